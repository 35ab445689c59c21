package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Figures of one edge: over the whole run, over the last 10 s, and second by second.
///
/// Counts are exact in every view. The recent rate and p99 and the series are renewed by [#renew] alone: four times a second is enough.
final class EdgeMeter {
    private static final double NANOS = 1e9;
    private static final double PERCENT_50 = 50;
    private static final double PERCENT_95 = 95;
    private static final double PERCENT_99 = 99;

    private final String from;
    private final String to;
    private final Protocol protocol;
    private final LogHistogram total = new LogHistogram();
    private final SecondsOfEdge seconds = new SecondsOfEdge();
    private Instant first = Instant.MAX;
    private long calls;
    private long errors;
    private long refused;
    private double recentRate;
    private long recentP99Nanos;
    private boolean changed = true;
    private FlowStats stats;
    private LatencySeries series;
    private List<LatencyBucket> seriesOf = List.of();

    EdgeMeter(String from, String to, Protocol protocol) {
        this.from = from;
        this.to = to;
        this.protocol = protocol;
        stats = new FlowStats(from, to, protocol, 0, 0, 0, 0, 0, 0, 0, 0);
        series = new LatencySeries(from, to, protocol, List.of());
    }

    void add(Leg leg) {
        changed = true;
        if (leg.outcome() == Outcome.REFUSED) {
            refused++;
            return;
        }
        calls++;
        errors += leg.failed() ? 1 : 0;
        if (leg.timed()) {
            total.record(leg.duration().toNanos());
        }
        Instant end = leg.end();
        first = end.isBefore(first) ? end : first;
        seconds.add(leg);
    }

    /// Brings rate, recent p99 and series up to `now`; true when one of them changed.
    boolean renew(Instant now) {
        SecondsOfEdge.Recent recent = seconds.recent(now);
        double covered = Math.clamp(Duration.between(first.isAfter(now) ? now : first, now).toNanos() / NANOS, 1, recent.seconds());
        double rate = recent.calls() / covered;
        boolean renewed = rate != recentRate || recent.p99Nanos() != recentP99Nanos;
        changed |= renewed;
        recentRate = rate;
        recentP99Nanos = recent.p99Nanos();
        List<LatencyBucket> buckets = seconds.buckets(now);
        if (seriesOf != buckets) {
            seriesOf = buckets;
            series = new LatencySeries(from, to, protocol, buckets);
            renewed = true;
        }
        return renewed;
    }

    FlowStats stats() {
        if (changed) {
            changed = false;
            long[] p = total.percentilesNanos(PERCENT_50, PERCENT_95, PERCENT_99);
            stats = new FlowStats(from, to, protocol, calls, errors, refused, recentRate, p[0], p[1], p[2], recentP99Nanos);
        }
        return stats;
    }

    LatencySeries series() {
        return series;
    }
}
