package dev.breakwater.engine.model.flow;

/// How a call or message ended.
public enum Outcome {
    OK,
    FAILED,
    /// Turned back by a circuit breaker, before it left.
    REFUSED
}
