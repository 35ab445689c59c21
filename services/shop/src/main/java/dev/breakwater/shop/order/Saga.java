package dev.breakwater.shop.order;

import static dev.breakwater.contract.SagaStates.ACTIVE;
import static dev.breakwater.contract.SagaStates.COMPENSATED;
import static dev.breakwater.contract.SagaStates.COMPLETED;
import static dev.breakwater.contract.SagaStates.FAILED;
import static dev.breakwater.contract.SagaStates.REASON_INVENTORY_REJECTED;
import static dev.breakwater.contract.SagaStates.REASON_INVENTORY_RELEASED;
import static dev.breakwater.contract.SagaStates.REASON_PAYMENT_FAILED;
import static dev.breakwater.contract.SagaStates.REASON_PAYMENT_REFUNDED;
import static dev.breakwater.contract.SagaStates.REASON_TIMEOUT;
import static dev.breakwater.contract.SagaStates.REFUND_PAYMENT;
import static dev.breakwater.contract.SagaStates.RELEASE_INVENTORY;
import static dev.breakwater.contract.SagaStates.STEP_COMPENSATING;
import static dev.breakwater.contract.SagaStates.STEP_INVENTORY_REJECTED;
import static dev.breakwater.contract.SagaStates.STEP_ORDER_CANCELLED;
import static dev.breakwater.contract.SagaStates.STEP_ORDER_CONFIRMED;
import static dev.breakwater.contract.SagaStates.STEP_PAYMENT_COMPLETED;
import static dev.breakwater.contract.SagaStates.STEP_PAYMENT_FAILED;
import static dev.breakwater.contract.SagaStates.STEP_PAYMENT_INITIATED;
import static dev.breakwater.shop.order.SagaAction.CANCEL;
import static dev.breakwater.shop.order.SagaAction.CONFIRM;
import static dev.breakwater.shop.order.SagaAction.SEND_CANCEL_ORDER;
import static dev.breakwater.shop.order.SagaAction.SEND_REFUND_PAYMENT;
import static dev.breakwater.shop.order.SagaAction.SEND_RELEASE_INVENTORY;

import java.util.ArrayList;
import java.util.List;

/// How far one order is. The whole transition table: no clock, no I/O. Events may come twice, late, and in any order, since
/// they come on two streams: what does not fit any more leaves the saga as it is.
///
/// @param compensations what has been undone
/// @param reason why the order will be cancelled; empty while it will not
/// @param reminders how often the compensation was asked for again
record Saga(String orderId, String step, String status, List<String> compensations, String reason, int reminders) {
    Saga {
        compensations = List.copyOf(compensations);
    }

    static Saga begin(String orderId) {
        return new Saga(orderId, STEP_PAYMENT_INITIATED, ACTIVE, List.of(), "", 0);
    }

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    /// True while nothing has gone wrong and the stock has not answered.
    private boolean isUnderWay() {
        return isActive() && (step.equals(STEP_PAYMENT_INITIATED) || step.equals(STEP_PAYMENT_COMPLETED));
    }

    private boolean isCompensating() {
        return isActive() && step.equals(STEP_COMPENSATING);
    }

    SagaStep on(SagaEvent event) {
        return switch (event) {
            case SagaEvent.PaymentCompleted _ -> SagaStep.to(isUnderWay() ? at(STEP_PAYMENT_COMPLETED) : this);
            case SagaEvent.PaymentFailed _ -> paymentFailed();
            case SagaEvent.PaymentRefunded _ -> paymentRefunded();
            case SagaEvent.InventoryReserved _ -> inventoryReserved();
            case SagaEvent.InventoryRejected _ -> inventoryRejected();
            case SagaEvent.InventoryReleased _ -> inventoryReleased();
            case SagaEvent.CancelOrder cancel -> cancel(cancel.reason());
            case SagaEvent.StepTimedOut _ -> timedOut();
        };
    }

    private SagaStep paymentFailed() {
        if (isUnderWay()) {
            return SagaStep.to(at(STEP_PAYMENT_FAILED).because(REASON_PAYMENT_FAILED), SEND_CANCEL_ORDER);
        }
        return isCompensating() ? undone(REFUND_PAYMENT) : SagaStep.to(this);
    }

    private SagaStep paymentRefunded() {
        if (isCompensating() || step.equals(STEP_INVENTORY_REJECTED)) {
            return undone(REFUND_PAYMENT);
        }
        if (status.equals(COMPLETED)) {
            return with(REFUND_PAYMENT).compensate(REASON_PAYMENT_REFUNDED);
        }
        return SagaStep.to(isUnderWay() ? with(REFUND_PAYMENT) : this);
    }

    private SagaStep inventoryReserved() {
        if (!isUnderWay()) {
            return SagaStep.to(this);
        }
        return compensations.isEmpty() ? SagaStep.to(at(STEP_ORDER_CONFIRMED).as(COMPLETED), CONFIRM)
                : compensate(compensations.contains(REFUND_PAYMENT) ? REASON_PAYMENT_REFUNDED : REASON_INVENTORY_RELEASED);
    }

    private SagaStep inventoryRejected() {
        if (isUnderWay()) {
            Saga rejected = at(STEP_INVENTORY_REJECTED).because(REASON_INVENTORY_REJECTED);
            return compensations.contains(REFUND_PAYMENT) ? SagaStep.to(rejected, SEND_CANCEL_ORDER) : SagaStep.to(rejected);
        }
        return isCompensating() ? undone(RELEASE_INVENTORY) : SagaStep.to(this);
    }

    private SagaStep inventoryReleased() {
        if (isCompensating()) {
            return undone(RELEASE_INVENTORY);
        }
        if (status.equals(COMPLETED)) {
            return with(RELEASE_INVENTORY).compensate(REASON_INVENTORY_RELEASED);
        }
        return SagaStep.to(isUnderWay() ? with(RELEASE_INVENTORY) : this);
    }

    private SagaStep cancel(String why) {
        if (isActive() && nothingLeftToUndo()) {
            return SagaStep.to(at(STEP_ORDER_CANCELLED).as(compensations.isEmpty() ? FAILED : COMPENSATED)
                    .because(reason.isEmpty() ? why : reason), CANCEL);
        }
        return isUnderWay() || status.equals(COMPLETED) ? compensate(why) : SagaStep.to(this);
    }

    private SagaStep timedOut() {
        if (isUnderWay()) {
            return compensate(REASON_TIMEOUT);
        }
        if (!isActive()) {
            return SagaStep.to(this);
        }
        Saga reminded = new Saga(orderId, step, status, compensations, reason, reminders + 1);
        return new SagaStep(reminded, nothingLeftToUndo() ? List.of(SEND_CANCEL_ORDER) : whatIsLeftToUndo());
    }

    /// Begins to undo what may have been done; refund and release do nothing where there is nothing to undo.
    private SagaStep compensate(String why) {
        Saga next = at(STEP_COMPENSATING).as(ACTIVE).because(why);
        return new SagaStep(next, next.nothingLeftToUndo() ? List.of(SEND_CANCEL_ORDER) : next.whatIsLeftToUndo());
    }

    private SagaStep undone(String compensation) {
        Saga next = with(compensation);
        boolean news = !next.equals(this);
        return news && next.nothingLeftToUndo() ? SagaStep.to(next, SEND_CANCEL_ORDER) : SagaStep.to(next);
    }

    private boolean nothingLeftToUndo() {
        return step.equals(STEP_PAYMENT_FAILED) || (!isUnderWay() && whatIsLeftToUndo().isEmpty());
    }

    private List<SagaAction> whatIsLeftToUndo() {
        List<SagaAction> left = new ArrayList<>();
        if (!compensations.contains(REFUND_PAYMENT)) {
            left.add(SEND_REFUND_PAYMENT);
        }
        if (!compensations.contains(RELEASE_INVENTORY) && !step.equals(STEP_INVENTORY_REJECTED)) {
            left.add(SEND_RELEASE_INVENTORY);
        }
        return left;
    }

    private Saga at(String nextStep) {
        return new Saga(orderId, nextStep, status, compensations, reason, reminders);
    }

    private Saga as(String nextStatus) {
        return new Saga(orderId, step, nextStatus, compensations, reason, reminders);
    }

    private Saga because(String why) {
        return new Saga(orderId, step, status, compensations, why, reminders);
    }

    private Saga with(String compensation) {
        if (compensations.contains(compensation)) {
            return this;
        }
        List<String> more = new ArrayList<>(compensations);
        more.add(compensation);
        return new Saga(orderId, step, status, more, reason, reminders);
    }
}
