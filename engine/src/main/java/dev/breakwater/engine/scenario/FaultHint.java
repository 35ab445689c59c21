package dev.breakwater.engine.scenario;

import dev.breakwater.engine.fault.FaultOrder;

/// A fault that is worth trying here.
///
/// @param see one sentence: what to look for
public record FaultHint(FaultOrder order, String see) {}
