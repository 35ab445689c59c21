package dev.breakwater.engine.link;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One of the two sockets of a connection, and what the loop watches it for.
final class End implements Loop.Ready {
    final SocketChannel channel;
    private final Connection connection;
    private final SelectionKey key;
    private int watched;

    End(Loop loop, SocketChannel channel, Connection connection, int operations) throws IOException {
        this.channel = channel;
        this.connection = connection;
        watched = operations;
        key = loop.register(channel, operations, this);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /// Each change costs a system call, so only real changes are passed on.
    void watch(int operation, boolean wanted) {
        int next = wanted ? watched | operation : watched & ~operation;
        if (next != watched) {
            watched = next;
            key.interestOps(next);
        }
    }

    @Override
    public void ready(int operations) {
        connection.ready(this, operations);
    }

    /// Closes it with RST, which the other side sees as "connection reset", and which throws away what was not sent yet.
    void reset() throws IOException {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
    }
}
