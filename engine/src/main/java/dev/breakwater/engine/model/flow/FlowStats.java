package dev.breakwater.engine.model.flow;

import dev.breakwater.engine.model.topology.Protocol;

/// Figures of one edge over the whole run; rates and percentiles with `recent` cover the last 10 s.
public record FlowStats(String from, String to, Protocol protocol, long calls, long errors, long refused, double recentRatePerSecond,
        long p50Nanos, long p95Nanos, long p99Nanos, long recentP99Nanos) {}
