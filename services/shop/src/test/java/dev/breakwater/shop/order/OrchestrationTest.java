package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.order.SagaEvent.InventoryRejected;
import dev.breakwater.shop.order.SagaEvent.InventoryReserved;
import dev.breakwater.shop.order.SagaEvent.PaymentCompleted;
import dev.breakwater.shop.order.SagaEvent.PaymentFailed;
import dev.breakwater.shop.order.SagaEvent.PaymentRefunded;
import dev.breakwater.shop.order.SagaEvent.StepTimedOut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrchestrationTest {
    /// What is set going, one list an event.
    private static List<List<SagaAction>> actions(SagaEvent... events) {
        Saga saga = Saga.begin("o-1");
        List<List<SagaAction>> actions = new ArrayList<>();
        for (SagaEvent event : events) {
            SagaStep step = Orchestration.of(saga, saga.on(event));
            actions.add(step.actions());
            saga = step.next();
        }
        return actions;
    }

    @Test
    void whatIsPaidIsReservedOnce() {
        assertEquals(List.of(List.of(SagaAction.SEND_RESERVE_INVENTORY), List.of(), List.of(SagaAction.CONFIRM), List.of()),
                actions(new PaymentCompleted(), new PaymentCompleted(), new InventoryReserved(), new PaymentCompleted()));
    }

    @Test
    void whatCannotBeReservedIsRefundedOnce() {
        assertEquals(List.of(List.of(SagaAction.SEND_RESERVE_INVENTORY), List.of(SagaAction.SEND_REFUND_PAYMENT), List.of(),
                List.of(SagaAction.SEND_CANCEL_ORDER)),
                actions(new PaymentCompleted(), new InventoryRejected(), new InventoryRejected(), new PaymentRefunded()));
    }

    @Test
    void whatIsRefundedAlreadyIsNotRefundedAgain() {
        assertEquals(List.of(List.of(), List.of(SagaAction.SEND_RESERVE_INVENTORY), List.of(SagaAction.SEND_CANCEL_ORDER)),
                actions(new PaymentRefunded(), new PaymentCompleted(), new InventoryRejected()));
    }

    @Test
    void nothingIsReservedForWhatIsDeclinedOrLate() {
        assertEquals(List.of(List.of(SagaAction.SEND_CANCEL_ORDER), List.of()), actions(new PaymentFailed(), new PaymentCompleted()));
        assertEquals(List.of(List.of(SagaAction.SEND_REFUND_PAYMENT, SagaAction.SEND_RELEASE_INVENTORY), List.of()),
                actions(new StepTimedOut(), new PaymentCompleted()));
    }
}
