package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.latency.LatencyBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What moved on one edge, second by second; at most the last 10 minutes.
///
/// The newest [#OPEN_SECONDS] keep their histogram. What arrives later than that is still counted in its second, without moving the
/// second's percentiles; what is older than 10 minutes is not.
final class SecondsOfEdge {
    static final int KEPT_SECONDS = 600;
    static final int OPEN_SECONDS = 15;
    private static final int RECENT_SECONDS = 10;
    private static final double NANOS = 1e9;

    /// The last 9 to 10 s: `seconds` says how much exactly.
    record Recent(long calls, long p99Nanos, double seconds) {}

    private static final class Second {
        final long epochSecond;
        long calls;
        long errors;
        @Nullable LogHistogram open;
        LatencyBucket bucket;
        boolean changed = true;

        Second(long epochSecond, @Nullable LogHistogram open) {
            this.epochSecond = epochSecond;
            this.open = open;
            bucket = new LatencyBucket(epochSecond, 0, 0, 0, 0, 0);
        }

        void add(Leg leg) {
            changed = true;
            calls++;
            errors += leg.failed() ? 1 : 0;
            long nanos = leg.duration().toNanos();
            if (leg.timed() && open != null) {
                open.record(nanos);
            } else if (leg.timed() && bucket.p99Nanos() == 0) {
                bucket = new LatencyBucket(epochSecond, calls, errors, nanos, nanos, nanos);
            }
        }

        /// Answers with its histogram, emptied.
        @Nullable LogHistogram close() {
            bucket();
            LogHistogram histogram = open;
            open = null;
            if (histogram != null) {
                histogram.clear();
            }
            return histogram;
        }

        LatencyBucket bucket() {
            if (changed) {
                changed = false;
                long[] p = open == null
                        ? new long[] {bucket.p50Nanos(), bucket.p95Nanos(), bucket.p99Nanos()}
                        : open.percentilesNanos(50, 95, 99);
                bucket = new LatencyBucket(epochSecond, calls, errors, p[0], p[1], p[2]);
            }
            return bucket;
        }
    }

    private final List<Second> seconds = new ArrayList<>();
    private final LogHistogram recent = new LogHistogram();
    private @Nullable LogHistogram spare;
    private List<LatencyBucket> buckets = List.of();
    private boolean changed;

    void add(Leg leg) {
        Second second = secondOf(leg.end().getEpochSecond());
        if (second != null) {
            changed = true;
            second.add(leg);
        }
    }

    Recent recent(Instant now) {
        recent.clear();
        long calls = 0;
        for (int i = seconds.size() - 1; i >= 0 && seconds.get(i).epochSecond > now.getEpochSecond() - RECENT_SECONDS; i--) {
            LogHistogram open = seconds.get(i).open;
            calls += seconds.get(i).calls;
            if (open != null) {
                recent.add(open);
            }
        }
        return new Recent(calls, recent.percentileNanos(99), RECENT_SECONDS - 1 + now.getNano() / NANOS);
    }

    /// The same list again while nothing has changed.
    List<LatencyBucket> buckets(Instant now) {
        int old = 0;
        while (old < seconds.size() && seconds.get(old).epochSecond <= now.getEpochSecond() - KEPT_SECONDS) {
            old++;
        }
        if (old > 0) {
            seconds.subList(0, old).clear();
        }
        if (changed || old > 0) {
            changed = false;
            buckets = seconds.stream().map(Second::bucket).collect(Collectors.toUnmodifiableList());
        }
        return buckets;
    }

    private @Nullable Second secondOf(long epochSecond) {
        int i = seconds.size();
        while (i > 0 && seconds.get(i - 1).epochSecond > epochSecond) {
            i--;
        }
        if (i > 0 && seconds.get(i - 1).epochSecond == epochSecond) {
            return seconds.get(i - 1);
        }
        if (!seconds.isEmpty() && epochSecond <= seconds.getLast().epochSecond - KEPT_SECONDS) {
            return null;
        }
        Second second = new Second(epochSecond, i > seconds.size() - OPEN_SECONDS ? emptyHistogram() : null);
        seconds.add(i, second);
        trim();
        return second;
    }

    private LogHistogram emptyHistogram() {
        LogHistogram histogram = spare == null ? new LogHistogram() : spare;
        spare = null;
        return histogram;
    }

    private void trim() {
        if (seconds.size() > KEPT_SECONDS) {
            seconds.removeFirst();
        }
        for (int i = seconds.size() - 1 - OPEN_SECONDS; i >= 0 && seconds.get(i).open != null; i--) {
            spare = seconds.get(i).close();
        }
    }
}
