package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.order.SagaEvent.CancelOrder;
import dev.breakwater.shop.order.SagaEvent.InventoryRejected;
import dev.breakwater.shop.order.SagaEvent.InventoryReleased;
import dev.breakwater.shop.order.SagaEvent.InventoryReserved;
import dev.breakwater.shop.order.SagaEvent.PaymentCompleted;
import dev.breakwater.shop.order.SagaEvent.PaymentFailed;
import dev.breakwater.shop.order.SagaEvent.PaymentRefunded;
import dev.breakwater.shop.order.SagaEvent.StepTimedOut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SagaTest {
    private final List<SagaAction> actions = new ArrayList<>();

    private Saga after(SagaEvent... events) {
        Saga saga = Saga.begin("o-1");
        for (SagaEvent event : events) {
            SagaStep step = saga.on(event);
            saga = step.next();
            actions.addAll(step.actions());
        }
        return saga;
    }

    @Test
    void paymentAndStockConfirmTheOrder() {
        assertEquals(new Saga("o-1", "order_confirmed", "completed", List.of(), "", 0),
                after(new PaymentCompleted(), new InventoryReserved()));
        assertEquals(List.of(SagaAction.CONFIRM), actions);
    }

    @Test
    void stockMayBeFasterThanTheWordOfThePayment() {
        assertEquals("completed", after(new InventoryReserved(), new PaymentCompleted()).status());
    }

    @Test
    void declinedPaymentCancelsWithNothingToUndo() {
        assertEquals(new Saga("o-1", "order_cancelled", "failed", List.of(), "payment_failed", 0),
                after(new PaymentFailed(), new CancelOrder("payment_failed")));
        assertEquals(List.of(SagaAction.SEND_CANCEL_ORDER, SagaAction.CANCEL), actions);
    }

    @Test
    void missingStockWaitsForTheRefund() {
        assertEquals("inventory_rejected", after(new PaymentCompleted(), new InventoryRejected()).step());
        assertEquals(List.of(), actions);
    }

    @Test
    void missingStockCancelsAfterTheRefund() {
        assertEquals(new Saga("o-1", "order_cancelled", "compensated", List.of("refund_payment"), "inventory_rejected", 0),
                after(new PaymentCompleted(), new InventoryRejected(), new PaymentRefunded(), new CancelOrder("inventory_rejected")));
        assertEquals(List.of(SagaAction.SEND_CANCEL_ORDER, SagaAction.CANCEL), actions);
    }

    @Test
    void refundMayBeFasterThanTheWordOfTheMissingStock() {
        assertEquals("inventory_rejected", after(new PaymentCompleted(), new PaymentRefunded(), new InventoryRejected()).step());
        assertEquals(List.of(SagaAction.SEND_CANCEL_ORDER), actions);
    }

    @Test
    void lateStepUndoesBoth() {
        assertEquals(new Saga("o-1", "compensating", "active", List.of(), "timeout", 0), after(new StepTimedOut()));
        assertEquals(List.of(SagaAction.SEND_REFUND_PAYMENT, SagaAction.SEND_RELEASE_INVENTORY), actions);
    }

    @Test
    void cancelsOnceBothAreUndone() {
        assertEquals(new Saga("o-1", "order_cancelled", "compensated", List.of("release_inventory", "refund_payment"), "timeout", 0),
                after(new StepTimedOut(), new InventoryReleased(), new PaymentRefunded(), new CancelOrder("timeout")));
    }

    @Test
    void stockThatComesWhileCompensatingConfirmsNothing() {
        assertEquals("compensating", after(new StepTimedOut(), new PaymentCompleted(), new InventoryReserved()).step());
    }

    @Test
    void confirmedOrderCanBeCancelled() {
        Saga saga = after(new InventoryReserved(), new CancelOrder("requested"), new PaymentRefunded(), new InventoryReleased(),
                new CancelOrder("requested"));
        assertEquals(new Saga("o-1", "order_cancelled", "compensated", List.of("refund_payment", "release_inventory"), "requested", 0),
                saga);
    }

    @Test
    void refundByAnotherHandDoesNotLeaveTheOrderConfirmed() {
        assertEquals("compensating", after(new InventoryReserved(), new PaymentRefunded()).step());
        assertEquals(List.of(SagaAction.CONFIRM, SagaAction.SEND_RELEASE_INVENTORY), actions);
    }

    @Test
    void lateCompensationIsAskedForAgain() {
        assertEquals(1, after(new StepTimedOut(), new InventoryReleased(), new StepTimedOut()).reminders());
        assertEquals(List.of(SagaAction.SEND_REFUND_PAYMENT, SagaAction.SEND_RELEASE_INVENTORY, SagaAction.SEND_REFUND_PAYMENT), actions);
    }

    @Test
    void endedSagaHearsNothingMore() {
        Saga ended = after(new PaymentFailed(), new CancelOrder("payment_failed"));
        for (SagaEvent event : List.of(new PaymentCompleted(), new PaymentFailed(), new PaymentRefunded(), new InventoryReserved(),
                new InventoryRejected(), new InventoryReleased(), new CancelOrder("x"), new StepTimedOut())) {
            assertEquals(SagaStep.to(ended), ended.on(event));
        }
    }
}
