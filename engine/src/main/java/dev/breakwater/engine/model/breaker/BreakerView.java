package dev.breakwater.engine.model.breaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One breaker on the call from `caller` to `callee`.
///
/// @param openUntil set in OPEN: when the first trial call is let through
/// @param transitions oldest first, at most the last 200
public record BreakerView(String name, String caller, String callee, BreakerPhase phase, BreakerWindow window, Optional<Instant> openUntil,
        long refused, List<Transition> transitions) {
    public BreakerView {
        transitions = List.copyOf(transitions);
    }

    /// One change of state and what decided it.
    public record Transition(Instant at, BreakerPhase from, BreakerPhase to, String reason, BreakerWindow window) {}
}
