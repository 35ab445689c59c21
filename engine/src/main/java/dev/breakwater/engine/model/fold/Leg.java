package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;

/// One message or call on one edge, as the spans tell it.
///
/// @param timed whether `duration` says how long it took; else nobody knows
record Leg(SpanFinished span, String from, String to, Protocol protocol, Instant start, Duration duration, boolean timed) {
    Outcome outcome() {
        return span.outcome();
    }

    /// When it had arrived (messages) or was answered (calls).
    Instant end() {
        return start.plus(duration);
    }

    /// Whether it left at all.
    boolean moved() {
        return outcome() != Outcome.REFUSED;
    }

    boolean failed() {
        return outcome() == Outcome.FAILED;
    }
}
