package dev.breakwater.app.widget;

import java.util.ArrayList;
import java.util.List;

/// A logarithmic axis of durations in nanoseconds, growing upwards from `bottom` to `top` (pixels, `top` < `bottom`).
public record LogAxis(long minNanos, long maxNanos, double top, double bottom) {
    public static final long MILLISECOND = 1_000_000;
    private static final long TEN_SECONDS = 10_000 * MILLISECOND;

    public LogAxis {
        if (minNanos <= 0 || maxNanos <= minNanos) {
            throw new IllegalArgumentException("need 0 < min < max, got %d and %d".formatted(minNanos, maxNanos));
        }
    }

    /// From 1 ms to 10 s; from 0.1 ms when something that it shows is faster than 1 ms.
    public static LogAxis forFastest(long fastestNanos, double top, double bottom) {
        return new LogAxis(fastestNanos < MILLISECOND ? MILLISECOND / 10 : MILLISECOND, TEN_SECONDS, top, bottom);
    }

    /// Where `nanos` stands; values outside of the axis stand at its end.
    public double y(long nanos) {
        double clamped = Math.clamp(nanos, minNanos, maxNanos);
        double part = Math.log(clamped / minNanos) / Math.log((double) maxNanos / minNanos);
        return bottom - part * (bottom - top);
    }

    /// The powers of ten on the axis, lowest first.
    public List<Long> decades() {
        List<Long> decades = new ArrayList<>();
        for (long decade = minNanos; decade <= maxNanos; decade *= 10) {
            decades.add(decade);
        }
        return decades;
    }
}
