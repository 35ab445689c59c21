package dev.breakwater.engine.model.fold;

import java.util.Arrays;

/// Counts durations in buckets whose width grows with the value, so that a percentile costs one pass and a fixed 7 KB.
///
/// Each power of two is cut into 32 buckets, and a percentile answers with the middle of its bucket: off by at most 1.6 % of the value,
/// below 33 µs by at most 0.5 µs. Above [#MAX_NANOS], about 73 minutes, everything counts as that.
/// The idea is that of HdrHistogram (https://hdrhistogram.org), without its dependency.
final class LogHistogram {
    /// 2^10 ns, about a microsecond, is the smallest step.
    private static final int UNIT_BITS = 10;
    private static final int SUB_BITS = 5;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int VALUE_BITS = 32;
    private static final int BUCKETS = (VALUE_BITS - SUB_BITS + 1) * SUBS;
    static final long MAX_NANOS = (1L << (UNIT_BITS + VALUE_BITS)) - 1;

    private final long[] counts = new long[BUCKETS];
    private long total;

    /// Less than 0 counts as 0.
    void record(long nanos) {
        counts[bucket(Math.clamp(nanos, 0, MAX_NANOS) >>> UNIT_BITS)]++;
        total++;
    }

    void add(LogHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    long total() {
        return total;
    }

    /// The nanoseconds that `percent` of all values do not exceed; 0 when there are none.
    long percentileNanos(double percent) {
        return percentilesNanos(percent)[0];
    }

    /// Several at once, in one pass; ask in ascending order.
    long[] percentilesNanos(double... percents) {
        long[] answers = new long[percents.length];
        long seen = 0;
        int next = 0;
        for (int i = 0; i < BUCKETS && next < percents.length && total > 0; i++) {
            seen += counts[i];
            while (next < percents.length && seen >= rank(percents[next])) {
                answers[next++] = middleNanos(i);
            }
        }
        return answers;
    }

    private long rank(double percent) {
        return Math.max(1, (long) Math.ceil(percent / 100 * total));
    }

    private static int bucket(long units) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(units) - SUB_BITS - 1);
        return (shift << SUB_BITS) + (int) (units >>> shift);
    }

    private static long middleNanos(int bucket) {
        int shift = Math.max(0, (bucket >>> SUB_BITS) - 1);
        long units = bucket - ((long) shift << SUB_BITS);
        return (units << (shift + UNIT_BITS)) + (1L << (shift + UNIT_BITS - 1));
    }
}
