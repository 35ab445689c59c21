package dev.breakwater.app.view.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.app.view.fixture.Sagas;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SagaChipsTest {
    private final Sagas sagas = new Sagas(Runs.NOW);

    @Test
    void aGoodOrderIsDoneFromLeftToRight() {
        assertEquals("✓ created | ▸ payment | stock | confirmed", text(sagas.paying("a", 0)));
        assertEquals("✓ created | ✓ payment | ▸ stock | confirmed", text(sagas.stockRunning("a", 0)));
        assertEquals("✓ created | ✓ payment | ✓ stock | ✓ confirmed", text(sagas.confirmed("a", 0)));
    }

    @Test
    void rejectedStockTakesThePaymentBack() {
        assertEquals("✓ created | ↩ refund | ✕ stock | confirmed", text(sagas.refunding("a", 0)));
        assertEquals(List.of("refund"), SagaChips.compensating(sagas.refunding("a", 0)));
        assertEquals("✓ created | ↩ refunded | ✕ stock | ↩ cancelled", text(sagas.refunded("a", 0)));
        assertEquals(List.of(), SagaChips.compensating(sagas.refunded("a", 0)));
    }

    @Test
    void aDeclinedPaymentCancelsWithoutRefund() {
        assertEquals("✓ created | ✕ payment | stock | ↩ cancelled", text(sagas.paymentDeclined("a", 0)));
    }

    @Test
    void aTimeoutTakesBothBackUntilTheStateSaysDone() {
        assertEquals("✓ created | ↩ refund | ↩ release | confirmed", text(sagas.timedOut("a", 0)));
        assertEquals(List.of("refund", "release"), SagaChips.compensating(sagas.timedOut("a", 0)));
    }

    @Test
    void aStuckOrderSaysWhere() {
        assertEquals("✓ created | ! payment | stock | confirmed", text(sagas.stuck("a", 41)));
    }

    @Test
    void anOrderWithoutStepsIsJudgedByItsStep() {
        assertEquals("✓ created | ✓ payment | ▸ stock | confirmed", text(saga(SagaStatus.ACTIVE, "payment_completed")));
        assertEquals("✓ created | ✓ payment | ✓ stock | ▸ confirmed", text(saga(SagaStatus.ACTIVE, "inventory_reserved")));
    }

    @Test
    void aTimeoutAfterReservationReleasesTheStock() {
        assertEquals("✓ created | ↩ refunded | ↩ released | ↩ cancelled",
                text(saga(SagaStatus.COMPENSATED, "order_cancelled", "payment_completed", "inventory_reserved")));
    }

    @Test
    void anotherSystemsStepsBecomeItsChips() {
        assertEquals("✓ book flight | ▸ book hotel", text(saga(SagaStatus.ACTIVE, "book_hotel", "book_flight")));
    }

    private static SagaView saga(SagaStatus status, String step, String... before) {
        List<SagaStepView> steps = List.of(before).stream()
                .map(name -> new SagaStepView(Runs.NOW, "s", name, "active", "", "", "")).toList();
        return new SagaView("a", status, step, Runs.NOW, Runs.NOW, steps);
    }

    private static String text(SagaView saga) {
        return SagaChips.of(saga).stream().map(Chip::text).collect(Collectors.joining(" | "));
    }
}
