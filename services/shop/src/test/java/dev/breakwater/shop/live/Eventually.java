package dev.breakwater.shop.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads and processes do.
final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 10_000_000;

    private Eventually() {}

    /// @throws AssertionError if it does not hold within a minute
    static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("still not after " + LONGEST + ": " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
