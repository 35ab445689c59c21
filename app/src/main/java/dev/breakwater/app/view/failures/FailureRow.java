package dev.breakwater.app.view.failures;

import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.Target;

/// One failure in the list.
///
/// @param what `kill`, `latency 800 ± 50 ms`
/// @param where `inventory-service → redis`
/// @param left `heals in 0:26`, `until healed`, `healing…`
/// @param detail what to look for, or why it could not be injected
/// @param hits `struck 312 times`; empty before the first
public record FailureRow(String id, FaultPhase phase, Target target, String what, String where, String left, String detail, String hits) {
    boolean canHeal() {
        return phase == FaultPhase.ACTIVE;
    }
}
