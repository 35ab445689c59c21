package dev.breakwater.shop.order;

import dev.breakwater.contract.SwitchNames;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Whether to try again, and how long to wait before: a pause that doubles with each attempt plus a random part of the first one, so that
/// many callers who failed together do not come back together; 1 s · 2^attempt + U(0, 1 s) unless it is set otherwise. Naive: not at all.
final class RetryPause {
    static final int RETRIES = 2;
    static final int BASE_MILLIS = 1000;

    private final Supplier<String> variant;
    private final Supplier<Integer> retries;
    private final Supplier<Integer> baseMillis;
    private final RandomGenerator random;

    /// @param retries how often to try again
    /// @param baseMillis before the first retry, at least
    /// @param random may be shared by threads
    RetryPause(Supplier<String> variant, Supplier<Integer> retries, Supplier<Integer> baseMillis, RandomGenerator random) {
        this.variant = variant;
        this.retries = retries;
        this.baseMillis = baseMillis;
        this.random = random;
    }

    /// @param attempt the one that failed: 0, 1, …
    Duration after(int attempt) {
        if (variant.get().equals(SwitchNames.NAIVE)) {
            return Duration.ZERO;
        }
        long base = baseMillis.get();
        return Duration.ofMillis((base << attempt) + random.nextLong(base));
    }

    /// @param attempt the one that failed: 0, 1, …
    boolean isLast(int attempt) {
        return attempt >= retries.get();
    }
}
