package dev.breakwater.app.view.inspector;

import dev.breakwater.engine.fault.FaultOrder;

/// A failure that the scenario says is worth trying.
///
/// @param see what to look for
public record Suggestion(FaultOrder order, String see) {}
