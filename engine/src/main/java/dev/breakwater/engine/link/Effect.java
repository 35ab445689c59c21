package dev.breakwater.engine.link;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// What one fault does to a link and to each of its connections, those that are open when it begins and those that come later. The
/// loop's thread only, but for the hits.
abstract class Effect {
    private final AtomicLong hits = new AtomicLong();

    /// Comes into force on the link as a whole, before its connections.
    void begin(Link link) throws IOException {}

    /// Comes into force on one connection.
    abstract void begin(Connection connection);

    /// Is healed on the link as a whole, before its connections. If that fails it stays in force.
    void end(Link link) throws IOException {}

    /// Is healed on one connection.
    void end(Connection connection) {}

    final long hits() {
        return hits.get();
    }

    final void hit() {
        hits.lazySet(hits.getPlain() + 1);
    }
}
