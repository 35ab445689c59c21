package dev.breakwater.engine.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// A client's connection and the one that was made for it to the server behind the link. The loop's thread only.
final class Connection {
    /// The how manieth of its link, from 0.
    final long number;
    final Flow up;
    final Flow down;
    private final Link link;
    private final InetSocketAddress upstream;
    private final End client;
    private final End server;
    private boolean open = true;

    /// @param accepted the client's socket
    /// @param outgoing a new socket, to be connected to `upstream`
    Connection(Link link, Loop loop, long number, SocketChannel accepted, SocketChannel outgoing, InetSocketAddress upstream)
            throws IOException {
        this.link = link;
        this.number = number;
        this.upstream = upstream;
        client = new End(loop, accepted, this, 0);
        server = new End(loop, outgoing, this, SelectionKey.OP_CONNECT);
        up = new Flow(loop, client, server, link.bytesUp, this::releaseUp);
        down = new Flow(loop, server, client, link.bytesDown, this::releaseDown);
    }

    /// Begins to connect to the server.
    void connect() {
        attempt(() -> server.channel.connect(upstream));
    }

    boolean open() {
        return open;
    }

    /// One of its sockets can go on.
    void ready(End end, int operations) {
        attempt(() -> {
            if ((operations & SelectionKey.OP_CONNECT) != 0) {
                connected();
            }
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                (end == server ? up : down).drain();
            }
            if ((operations & SelectionKey.OP_READ) != 0 && open) {
                (end == client ? up : down).fill();
            }
        });
    }

    /// Ends it as if both sides had hung up; what was under way is lost.
    void close() {
        if (ending()) {
            closing(client.channel::close);
            closing(server.channel::close);
        }
    }

    /// Ends it with RST to both sides; what was under way is lost.
    void reset() {
        if (ending()) {
            closing(client::reset);
            closing(server::reset);
        }
    }

    /// Does what may fail as sockets do: then both sides see a reset. So they do if we fail, and the other connections go on.
    void attempt(Step step) {
        if (open) {
            try {
                step.run();
                if (up.ended() && down.ended()) {
                    close();
                }
            } catch (IOException e) {
                reset();
            } catch (RuntimeException | OutOfMemoryError e) {
                reset();
                throw e;
            }
        }
    }

    /// A refused connect is answered by RST on the wire too, so the client gets one.
    private void connected() throws IOException {
        server.channel.finishConnect();
        server.watch(SelectionKey.OP_CONNECT, false);
        up.start();
        down.start();
    }

    private void releaseUp() {
        attempt(up::release);
    }

    private void releaseDown() {
        attempt(down::release);
    }

    private boolean ending() {
        boolean was = open;
        if (was) {
            open = false;
            up.discard();
            down.discard();
            link.ended(this);
        }
        return was;
    }

    private static void closing(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // the other side was faster: it is closed all the same
            return;
        }
    }

    /// Something done with sockets.
    interface Step {
        void run() throws IOException;
    }
}
