package dev.breakwater.engine.link;

import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The links of one run. All of them share one thread. Closing closes every link, its connections and its port. Safe to use from any
/// thread.
public final class Links implements AutoCloseable {
    private final Map<LinkId, Link> links = new ConcurrentHashMap<>();
    private final InetAddress bind;
    private final Draws draws;
    private final Loop loop;

    /// Listens on 127.0.0.1.
    public Links(long seed) throws IOException {
        this(seed, InetAddress.ofLiteral("127.0.0.1"), Ticker.system());
    }

    /// @param seed decides all that is left to chance
    /// @param bind the address of this machine that links listen on
    public Links(long seed, InetAddress bind, Ticker ticker) throws IOException {
        this.bind = bind;
        draws = new Draws(seed);
        loop = new Loop(ticker);
        loop.start();
    }

    /// Opens a link on a free port. The server behind it is connected to when somebody comes, not before.
    public Link open(LinkId id, InetSocketAddress upstream) throws IOException {
        return loop.call(() -> {
            if (links.containsKey(id)) {
                throw new IOException("the link %s is open already".formatted(id));
            }
            Link link = new Link(id, loop, new InetSocketAddress(bind, 0), upstream, draws);
            links.put(id, link);
            return link;
        });
    }

    public Collection<Link> all() {
        return List.copyOf(links.values());
    }

    /// Returns when all has been done that sockets and the ticker allow by now: for tests that turn the ticker.
    void settle() throws IOException {
        loop.settle();
    }

    @Override
    public void close() {
        loop.close(() -> links.values().forEach(Link::close));
    }
}
