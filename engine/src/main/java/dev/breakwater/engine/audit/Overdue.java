package dev.breakwater.engine.audit;

import java.time.Duration;
import java.time.Instant;

/// The rule by which waiting becomes a failure.
final class Overdue {
    private Overdue() {}

    /// True when what began at `since` has lasted longer than `grace`, not counting the time until calm came; never while it is not calm.
    static boolean is(Instant since, Instant now, Instant calmSince, Duration grace) {
        Instant from = since.isAfter(calmSince) ? since : calmSince;
        return from.isBefore(now.minus(grace));
    }
}
