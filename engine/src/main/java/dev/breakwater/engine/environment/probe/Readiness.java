package dev.breakwater.engine.environment.probe;

/// The answer of a part that was asked whether it serves.
public sealed interface Readiness {
    /// It serves.
    ///
    /// @param product what it is, with its version; empty when it did not say
    record Ready(String product) implements Readiness {}

    /// It answers, and says that it cannot serve yet: it waits for others, not for the processor.
    record Waiting(String why) implements Readiness {}
}
