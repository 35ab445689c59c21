package dev.breakwater.engine.model.saga;

/// How a saga stands. STUCK is our own word: still active, and nothing was heard of it for 30 s.
public enum SagaStatus {
    ACTIVE,
    COMPLETED,
    FAILED,
    COMPENSATED,
    STUCK
}
