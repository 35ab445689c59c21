package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.InvariantView;
import java.util.List;

/// Whether every request for payment has been answered. While the run goes on some always wait; at its end none may, and nobody may have
/// paid for an order that is not confirmed.
final class ReplyCheck {
    private ReplyCheck() {}

    /// @param pending requests that wait for their reply
    /// @param paidAndOpen orders that were charged and have not ended
    /// @param last whether the run is at its end
    static InvariantView view(long pending, List<String> paidAndOpen, boolean last) {
        String first = paidAndOpen.isEmpty() ? "" : ", first " + paidAndOpen.getFirst();
        return new InvariantView(Invariants.EVERY_PAYMENT_ANSWERED, !last || (pending == 0 && paidAndOpen.isEmpty()),
                "%d requests wait for their reply, %d orders are paid and not confirmed%s".formatted(pending, paidAndOpen.size(), first));
    }
}
