package dev.breakwater.engine.link;

/// Time that only goes on, for delays; a test turns it by hand.
@FunctionalInterface
public interface Ticker {
    /// Nanoseconds since this ticker began, 0 or more.
    long nanos();

    static Ticker system() {
        long begin = System.nanoTime();
        return () -> System.nanoTime() - begin;
    }
}
