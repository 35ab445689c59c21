package dev.breakwater.engine.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The server behind a link: what it does with a connection is up to the test.
final class Peer implements AutoCloseable {
    private static final int BACKLOG = 2_000;
    private static final int PATIENCE_MILLIS = 30_000;
    static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final ServerSocket listener;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final Set<Socket> all = ConcurrentHashMap.newKeySet();

    /// Waits for the test to ask for each connection.
    Peer() throws IOException {
        listener = new ServerSocket(0, BACKLOG, HERE);
        Thread.startVirtualThread(this::accept);
    }

    /// Sends everything back, and its end.
    static Peer echo() throws IOException {
        Peer peer = new Peer();
        Thread.startVirtualThread(() -> {
            while (!peer.listener.isClosed()) {
                try {
                    Socket socket = peer.next();
                    Thread.startVirtualThread(() -> echo(socket));
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        });
        return peer;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /// The next connection that came.
    Socket next() throws IOException, InterruptedException {
        Socket socket = accepted.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (socket == null) {
            throw new IOException("nobody came");
        }
        return socket;
    }

    /// A client's connection to a link, that fails rather than waits for ever.
    static Socket client(Link link) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(link.listenAddress(), PATIENCE_MILLIS);
        return socket;
    }

    /// What a new client reads first; if it is reset, it depends on the moment whether connecting or reading tells so.
    static int readOne(Link link) throws IOException {
        try (Socket client = client(link)) {
            return client.getInputStream().read();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.setTcpNoDelay(true);
                all.add(socket);
                accepted.add(socket);
            }
        } catch (IOException e) {
            // closed
            return;
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // the client was cut off
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : all) {
            socket.close();
        }
    }
}
