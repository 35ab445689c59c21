package dev.breakwater.engine.model.latency;

import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;

/// Latency of one edge, second by second, oldest first; at most the last 10 minutes. A second without a call has no bucket.
public record LatencySeries(String from, String to, Protocol protocol, List<LatencyBucket> buckets) {
    public LatencySeries {
        buckets = List.copyOf(buckets);
    }
}
