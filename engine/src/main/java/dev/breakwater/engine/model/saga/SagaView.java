package dev.breakwater.engine.model.saga;

import java.time.Instant;
import java.util.List;

/// One order's saga.
///
/// @param steps in the order in which they were reported
public record SagaView(String orderId, SagaStatus status, String step, Instant startedAt, Instant changedAt, List<SagaStepView> steps) {
    public SagaView {
        steps = List.copyOf(steps);
    }
}
