package dev.breakwater.engine.model.run;

/// What the load generator did.
///
/// @param ratePerSecond asked for now
/// @param intended fire times that have passed
/// @param sent requests that left
/// @param unsent could not be sent by the generator itself
/// @param accepted answered with 2xx
/// @param refused answered otherwise, or not at all
/// @param maxNanos the longest wait of a request that is over, from its intended time
public record LoadView(double ratePerSecond, long intended, long sent, long unsent, long accepted, long refused,
        long p50Nanos, long p95Nanos, long p99Nanos, long maxNanos) {
    public static final LoadView NONE = new LoadView(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
