package dev.breakwater.engine.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Stands still until it is turned.
final class FakeTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    /// Lets time pass, and returns when the links have done what was due.
    void pass(Duration time, Links links) throws Exception {
        nanos.addAndGet(time.toNanos());
        links.settle();
    }
}
