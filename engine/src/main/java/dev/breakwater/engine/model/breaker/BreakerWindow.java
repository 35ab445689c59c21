package dev.breakwater.engine.model.breaker;

/// What a breaker decides by: the calls in its rolling window and the limit that it holds them against.
public record BreakerWindow(int calls, int failures, double failureRatePercent, double thresholdPercent) {
    public static final BreakerWindow EMPTY = new BreakerWindow(0, 0, 0, 0);
}
