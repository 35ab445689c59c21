package dev.breakwater.engine.link.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// The rival: one virtual thread a direction, blocking calls. It only passes bytes on; kept so that the choice can be measured again.
final class VirtualThreadProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocketChannel listener;
    private final int upstreamPort;

    VirtualThreadProxy(int upstreamPort) throws IOException {
        this.upstreamPort = upstreamPort;
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1024);
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                Thread.startVirtualThread(() -> connect(client));
            }
        } catch (IOException e) {
            // closed
            return;
        }
    }

    private void connect(SocketChannel client) {
        try {
            SocketChannel server = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), upstreamPort));
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Thread.startVirtualThread(() -> pass(client, server));
            pass(server, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        try {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
