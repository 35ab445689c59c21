package dev.breakwater.engine.model.saga;

import java.time.Instant;

/// One step of a saga, with the whole state (JSON) before and after it.
public record SagaStepView(Instant at, String service, String step, String status, String stateBefore, String stateAfter, String reason) {}
