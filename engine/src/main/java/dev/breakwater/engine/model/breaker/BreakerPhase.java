package dev.breakwater.engine.model.breaker;

/// The state of a circuit breaker.
public enum BreakerPhase {
    CLOSED,
    OPEN,
    HALF_OPEN
}
