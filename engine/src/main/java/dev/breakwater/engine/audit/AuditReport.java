package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.OrderTally;
import java.util.List;

/// What one round of the audit found.
///
/// @param settled nothing is under way: no order open, no document behind, and everything could be read
public record AuditReport(OrderTally orders, List<InvariantView> invariants, boolean settled) {
    public AuditReport {
        invariants = List.copyOf(invariants);
    }

    public boolean held() {
        return invariants.stream().allMatch(InvariantView::held);
    }
}
