package dev.breakwater.engine.link;

import dev.breakwater.engine.model.topology.LinkId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// One link of the run: passes each connection that comes to its address on to the server behind it, byte for byte, and breaks it
/// when told to. Faults strike open connections and later ones alike; several are in force together, in the order in which they were
/// injected, and healing one leaves the others. Safe to use from any thread; the calls wait for the loop, not for the network.
public final class Link {
    private static final long ACCEPT_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int ACCEPTED_AT_ONCE = 64;

    final AtomicLong bytesUp = new AtomicLong();
    final AtomicLong bytesDown = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final LinkId id;
    private final Loop loop;
    private final InetSocketAddress upstream;
    private final Draws draws;
    private final Port port;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private long injected;

    /// The loop's thread only.
    Link(LinkId id, Loop loop, InetSocketAddress bind, InetSocketAddress upstream, Draws draws) throws IOException {
        this.id = id;
        this.loop = loop;
        this.upstream = upstream;
        this.draws = draws.at(id.toString());
        port = new Port(loop, bind, _ -> accept());
    }

    public LinkId id() {
        return id;
    }

    /// Where clients connect to; stays the same through all faults.
    public InetSocketAddress listenAddress() {
        return port.address();
    }

    public Traffic traffic() {
        return new Traffic(open.get(), total.get(), bytesUp.get(), bytesDown.get());
    }

    /// Holds each chunk back, both ways; its bytes stay in order. What is held back when it is healed goes on at once.
    public Injection delay(Delays delays) throws IOException {
        return inject(() -> new DelayEffect(delays, draws.at(injected++)));
    }

    /// Closes the open connections and refuses new ones.
    public Injection down() throws IOException {
        return inject(DownEffect::new);
    }

    /// Resets (TCP RST, both sides) every connection `after` it was opened, the open ones `after` now.
    public Injection reset(Duration after) throws IOException {
        return inject(() -> new ResetEffect(loop, after.toNanos()));
    }

    /// Closed with all links of the run: then no fault is in force any more.
    boolean isClosed() {
        return loop.isClosed();
    }

    /// The loop's thread only.
    void close() {
        List.copyOf(connections).forEach(Connection::close);
        port.close();
    }

    private Injection inject(Supplier<Effect> made) throws IOException {
        return loop.call(() -> {
            Effect effect = made.get();
            effect.begin(this);
            effects.add(effect);
            List.copyOf(connections).forEach(effect::begin);
            loop.letGoOfClosed();
            return new InForce(this, effect);
        });
    }

    void heal(Effect effect) throws IOException {
        loop.call(() -> {
            if (effects.contains(effect)) {
                effect.end(this);
                effects.remove(effect);
                List.copyOf(connections).forEach(effect::end);
            }
            return effect;
        });
    }

    /// Takes no connections until [#listen] was called as often.
    void refuse() throws IOException {
        port.refuse();
    }

    void listen() throws IOException {
        port.listen();
    }

    void ended(Connection connection) {
        connections.remove(connection);
        open.lazySet(connections.size());
    }

    private void accept() {
        try {
            for (int i = 0; i < ACCEPTED_AT_ONCE; i++) {
                SocketChannel accepted = port.accept();
                if (accepted == null) {
                    return;
                }
                connect(accepted, outgoing(accepted));
            }
        } catch (IOException e) {
            // out of file descriptors, most likely: those who wait stay in the kernel's queue for a moment
            port.accepting(false);
            loop.at(loop.now() + ACCEPT_AGAIN_NANOS, () -> port.accepting(true));
        }
    }

    private static SocketChannel outgoing(SocketChannel accepted) throws IOException {
        try {
            return SocketChannel.open();
        } catch (IOException e) {
            accepted.close();
            throw e;
        }
    }

    private void connect(SocketChannel accepted, SocketChannel outgoing) throws IOException {
        Connection connection;
        try {
            connection = new Connection(this, loop, total.getPlain(), accepted, outgoing, upstream);
        } catch (IOException e) {
            // the client has hung up already
            accepted.close();
            outgoing.close();
            return;
        }
        connections.add(connection);
        total.lazySet(total.getPlain() + 1);
        open.lazySet(connections.size());
        connection.connect();
        effects.forEach(effect -> effect.begin(connection));
    }
}
