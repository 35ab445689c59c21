package dev.breakwater.engine.telemetry.otlp;

import java.time.Duration;
import java.time.Instant;

/// Which times are taken, for one request that came at `now`.
///
/// | told | taken as |
/// |---|---|
/// | no start or no end of a span | refused |
/// | more than [#AHEAD] after now | refused |
/// | less than that after now | now: clocks differ |
/// | a span that ends before it starts | a duration of 0 at its end |
/// | a log record without a time | its observed time, else now |
final class SpanTimes {
    static final Duration AHEAD = Duration.ofMinutes(1);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Instant now;
    private final long nowNanos;
    private final long latestNanos;

    SpanTimes(Instant now) {
        this.now = now;
        nowNanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
        latestNanos = nowNanos + AHEAD.toNanos();
    }

    /// When the span ended.
    Instant end(long startNanos, long endNanos) throws RefusedException {
        if (startNanos == 0 || endNanos == 0) {
            throw new RefusedException("a span needs a start and an end time");
        }
        if (tooLate(startNanos) || tooLate(endNanos)) {
            throw new RefusedException("a span lies more than a minute in the future");
        }
        return instant(endNanos);
    }

    /// How long it lasted; as unsigned numbers, both are below `now` when [#end] has passed them.
    Duration duration(long startNanos, long endNanos) {
        return Duration.ofNanos(Math.max(0, endNanos - startNanos));
    }

    /// When a log record was written.
    Instant logged(long timeNanos, long observedNanos) throws RefusedException {
        long told = timeNanos == 0 ? observedNanos : timeNanos;
        if (tooLate(told)) {
            throw new RefusedException("a log record lies more than a minute in the future");
        }
        return told == 0 ? now : instant(told);
    }

    /// Times are unsigned: what is negative here lies after the year 2262.
    private boolean tooLate(long nanos) {
        return nanos < 0 || nanos > latestNanos;
    }

    private Instant instant(long nanos) {
        return nanos >= nowNanos ? now : Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    }
}
