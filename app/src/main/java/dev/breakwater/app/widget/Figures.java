package dev.breakwater.app.widget;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How numbers are written everywhere: short, with their unit, three digits at most after rounding.
public final class Figures {
    private Figures() {}

    /// `1,171`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `0.4 ms`, `4.1 ms`, `861 ms`, `1.2 s`, `12 s`.
    public static String time(long nanos) {
        if (nanos == 0) {
            return "0 ms";
        }
        double millis = nanos / 1e6;
        if (millis < 9.95) {
            return String.format(Locale.ROOT, millis > 0 && millis < 0.095 ? "%.2f ms" : "%.1f ms", millis);
        }
        if (millis < 999.5) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        return String.format(Locale.ROOT, millis < 9_950 ? "%.1f s" : "%.0f s", millis / 1000);
    }

    public static String time(Duration duration) {
        return time(duration.toNanos());
    }

    /// A tick on a time axis: `0.1 ms`, `1 ms`, `10 s`.
    public static String tick(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        }
        return nanos < 1_000_000_000 ? nanos / 1_000_000 + " ms" : nanos / 1_000_000_000 + " s";
    }

    /// `0.4 %`, `63 %`, `100 %`.
    public static String percent(double percent) {
        return String.format(Locale.ROOT, percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    /// Whole seconds until `at`, never below 0; what has begun counts, so that a countdown of 30 s begins with 30 and ends with 1.
    public static long secondsLeft(Instant now, Instant at) {
        return Math.max(0, Math.ceilDiv(Duration.between(now, at).toMillis(), 1000));
    }

    /// `0:05`, `12:30`: minutes and seconds.
    public static String span(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
