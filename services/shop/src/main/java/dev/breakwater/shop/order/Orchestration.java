package dev.breakwater.shop.order;

import static dev.breakwater.contract.SagaStates.REFUND_PAYMENT;
import static dev.breakwater.contract.SagaStates.STEP_INVENTORY_REJECTED;
import static dev.breakwater.contract.SagaStates.STEP_PAYMENT_COMPLETED;

import java.util.ArrayList;
import java.util.List;

/// What an orchestrator adds to a saga: it asks for what services that listen to each other's events do by themselves. No clock, no I/O.
final class Orchestration {
    private Orchestration() {}

    /// A step as the orchestrator takes it: what was paid for is to be reserved, and what cannot be reserved is to be refunded.
    static SagaStep of(Saga before, SagaStep step) {
        Saga next = step.next();
        List<SagaAction> actions = new ArrayList<>(step.actions());
        if (arrivesAt(STEP_PAYMENT_COMPLETED, before, next)) {
            actions.add(SagaAction.SEND_RESERVE_INVENTORY);
        }
        if (arrivesAt(STEP_INVENTORY_REJECTED, before, next) && !next.compensations().contains(REFUND_PAYMENT)) {
            actions.add(SagaAction.SEND_REFUND_PAYMENT);
        }
        return new SagaStep(next, actions);
    }

    private static boolean arrivesAt(String step, Saga before, Saga next) {
        return next.step().equals(step) && !before.step().equals(step);
    }
}
