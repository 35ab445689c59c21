package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.IntruderView;
import dev.breakwater.engine.model.run.InvariantView;

/// Whether whoever came with a token that nobody may take was turned away.
final class IntruderCheck {
    private IntruderCheck() {}

    static InvariantView view(IntruderView intruders) {
        return new InvariantView(Invariants.INTRUDERS_REFUSED, intruders.letIn() == 0, intruders.letIn() == 0
                ? "%d requests of intruders, all of them refused".formatted(intruders.refused())
                : "%d requests of intruders were let in, %d refused; the token of the first was %s".formatted(
                        intruders.letIn(), intruders.refused(), intruders.firstLetIn()));
    }
}
