package dev.breakwater.engine.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A TCP port that stays ours: it listens, or it refuses. A socket that is bound but never listens keeps others from getting the port
/// meanwhile, and has the kernel refuse connects; the listening one shares the port with it (SO_REUSEPORT).
///
/// Where the system has no SO_REUSEPORT (Windows), a port that shall refuse goes on listening, and its owner resets who comes.
final class Port implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final Loop loop;
    private final Loop.Ready owner;
    private final InetSocketAddress address;
    private final @Nullable SocketChannel holder;
    private @Nullable ServerSocketChannel listener;
    private @Nullable SelectionKey key;
    private int refusals;

    /// @param bind the port may be 0: any free one
    Port(Loop loop, InetSocketAddress bind, Loop.Ready owner) throws IOException {
        this.loop = loop;
        this.owner = owner;
        holder = hold(bind);
        try {
            address = listen(holder == null ? bind : (InetSocketAddress) holder.getLocalAddress());
        } catch (IOException e) {
            if (holder != null) {
                holder.close();
            }
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /// The next who has come, if there is one.
    @Nullable SocketChannel accept() throws IOException {
        return listener == null ? null : listener.accept();
    }

    /// From now on connects are refused, until [#listen] was called as often as this. The loop's thread only.
    void refuse() throws IOException {
        refusals++;
        if (holder != null && listener != null) {
            listener.close();
            listener = null;
            loop.letGoOfClosed();
        }
    }

    /// Takes one [#refuse] back; if it cannot, nothing changes. The loop's thread only.
    void listen() throws IOException {
        if (refusals == 1 && listener == null) {
            listen(address);
        }
        refusals--;
    }

    /// Leaves those who come in the kernel's queue, or takes them again.
    void accepting(boolean wanted) {
        if (key != null && key.isValid()) {
            key.interestOps(wanted ? SelectionKey.OP_ACCEPT : 0);
        }
    }

    @Override
    public void close() {
        try (SocketChannel _ = holder; ServerSocketChannel _ = listener) {
            refusals++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close port " + address, e);
        }
    }

    private InetSocketAddress listen(InetSocketAddress at) throws IOException {
        ServerSocketChannel opened = ServerSocketChannel.open();
        try {
            if (holder != null) {
                opened.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            opened.bind(at, BACKLOG);
            key = loop.register(opened, SelectionKey.OP_ACCEPT, owner);
            listener = opened;
            return (InetSocketAddress) opened.getLocalAddress();
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private static @Nullable SocketChannel hold(InetSocketAddress bind) throws IOException {
        SocketChannel opened = SocketChannel.open();
        if (!opened.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            opened.close();
            return null;
        }
        try {
            return opened.setOption(StandardSocketOptions.SO_REUSEPORT, true).bind(bind);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }
}
