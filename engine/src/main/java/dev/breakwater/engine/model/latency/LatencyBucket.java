package dev.breakwater.engine.model.latency;

/// One second of one edge.
///
/// @param epochSecond the second it covers
public record LatencyBucket(long epochSecond, long calls, long errors, long p50Nanos, long p95Nanos, long p99Nanos) {}
