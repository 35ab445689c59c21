package dev.breakwater.app.view.latency;

import dev.breakwater.engine.model.latency.LatencyBucket;

/// Which percentile a chart shows.
public enum Metric {
    P50("p50"),
    P95("p95"),
    P99("p99");

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public long nanos(LatencyBucket bucket) {
        return switch (this) {
            case P50 -> bucket.p50Nanos();
            case P95 -> bucket.p95Nanos();
            case P99 -> bucket.p99Nanos();
        };
    }
}
