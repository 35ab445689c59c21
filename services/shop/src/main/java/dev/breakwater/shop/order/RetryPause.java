package dev.breakwater.shop.order;

import dev.breakwater.contract.SwitchNames;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: 1 s · 2^attempt plus up to a second of jitter, so that many callers
/// who failed together do not come back together. Naive: not at all.
final class RetryPause {
    static final int MAX_ATTEMPTS = 3;
    private static final long BASE_MILLIS = 1000;
    private static final long JITTER_MILLIS = 1000;

    private final Supplier<String> variant;
    private final RandomGenerator random;

    /// @param random may be shared by threads
    RetryPause(Supplier<String> variant, RandomGenerator random) {
        this.variant = variant;
        this.random = random;
    }

    /// @param attempt the one that failed: 0, 1, …
    Duration after(int attempt) {
        if (variant.get().equals(SwitchNames.NAIVE)) {
            return Duration.ZERO;
        }
        return Duration.ofMillis((BASE_MILLIS << attempt) + random.nextLong(JITTER_MILLIS));
    }
}
