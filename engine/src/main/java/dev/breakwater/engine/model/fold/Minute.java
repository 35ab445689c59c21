package dev.breakwater.engine.model.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// How many values there were in each second of the last minute, and their mean: a fixed 1.5 KB, whatever comes.
///
/// Only whole seconds are told, those before the one of [#filling]: one that still fills would look like a fall.
final class Minute {
    static final int SECONDS = 60;
    static final int RECENT_SECONDS = 10;
    /// A whole minute, and the second that fills.
    private static final int SLOTS = SECONDS + 1;

    /// What services tell comes in batches, every 150 ms: a second is whole when the last batch of it has come.
    private static final Duration LATE = Duration.ofMillis(500);

    private final long[] seconds = new long[SLOTS];
    private final long[] counts = new long[SLOTS];
    private final double[] means = new double[SLOTS];
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Minute() {
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    /// What is more than a minute older than the newest value is not told any more.
    void add(long epochSecond, double value) {
        int slot = Math.floorMod(epochSecond, SLOTS);
        first = Math.min(first, epochSecond);
        last = Math.max(last, epochSecond);
        if (epochSecond < seconds[slot]) {
            return;
        }
        if (epochSecond > seconds[slot]) {
            seconds[slot] = epochSecond;
            counts[slot] = 0;
            means[slot] = 0;
        }
        counts[slot]++;
        means[slot] = withOneMore(means[slot], counts[slot], value);
    }

    /// The second that is not whole yet at `now`.
    static long filling(Instant now) {
        return now.minus(LATE).getEpochSecond();
    }

    /// The mean of `count` values, of which all but `value` have the mean `before`; finite as all of them are.
    static double withOneMore(double before, long count, double value) {
        return before / count * (count - 1) + value / count;
    }

    /// Whether all that was told lies so far back that the minute stays empty.
    boolean over(long now) {
        return last < now - SECONDS;
    }

    /// Values a second, over the last ten whole seconds or as many as there are since the first value.
    double perSecond(long now) {
        return first >= now ? 0 : (double) recentCount(now) / Math.min(RECENT_SECONDS, now - first);
    }

    /// Mean of the last ten whole seconds; not a number when there was no value.
    double recentMean(long now) {
        long all = recentCount(now);
        double mean = 0;
        for (long second = now - RECENT_SECONDS; second < now; second++) {
            mean += all == 0 ? Double.NaN : mean(second, 0) * ((double) count(second) / all);
        }
        return mean;
    }

    List<Double> counts(long now) {
        return each(i -> count(now - SECONDS + i));
    }

    /// Not a number for seconds without a value.
    List<Double> means(long now) {
        return each(i -> mean(now - SECONDS + i, Double.NaN));
    }

    private long recentCount(long now) {
        long all = 0;
        for (long second = now - RECENT_SECONDS; second < now; second++) {
            all += count(second);
        }
        return all;
    }

    private long count(long second) {
        int slot = Math.floorMod(second, SLOTS);
        return seconds[slot] == second ? counts[slot] : 0;
    }

    private double mean(long second, double otherwise) {
        int slot = Math.floorMod(second, SLOTS);
        return seconds[slot] == second ? means[slot] : otherwise;
    }

    /// One value a second, oldest first.
    static List<Double> each(IntToDoubleFunction value) {
        List<Double> all = new ArrayList<>(SECONDS);
        for (int i = 0; i < SECONDS; i++) {
            all.add(value.applyAsDouble(i));
        }
        return List.copyOf(all);
    }
}
