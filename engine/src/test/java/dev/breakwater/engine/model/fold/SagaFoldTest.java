package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.fact.Fact.SagaStepped;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SagaFoldTest {
    private static final SagaStepped STARTED = step("o1", 0, "payment_initiated", "active");
    private static final SagaStepped PAID = step("o1", 100, "payment_completed", "active");
    private static final SagaStepped CONFIRMED = step("o1", 200, "order_confirmed", "completed");

    private final SagaFold sagas = new SagaFold();

    private static SagaStepped step(String order, long millis, String step, String status) {
        return new SagaStepped(T0.plusMillis(millis), "order-service", order, step, status, "{}", "{\"step\":\"" + step + "\"}", "");
    }

    private static SagaStepView view(SagaStepped step) {
        return new SagaStepView(
                step.at(), step.service(), step.step(), step.status(), step.stateBefore(), step.stateAfter(), step.reason());
    }

    private SagaBoard after(long seconds) {
        sagas.renew(T0.plusSeconds(seconds));
        return sagas.view();
    }

    @Test
    void anOrderCountsAsWhatItWasLast() {
        List.of(STARTED, PAID, CONFIRMED).forEach(sagas::apply);
        assertEquals(new SagaBoard(0, 1, 0, 0, 0, List.of(new SagaView("o1", SagaStatus.COMPLETED, "order_confirmed", T0,
                T0.plusMillis(200), List.of(view(STARTED), view(PAID), view(CONFIRMED))))), after(60));
    }

    @Test
    void anyOrderAndAnyNumberOfCopiesGiveTheSameBoard() {
        List.of(STARTED, PAID, CONFIRMED).forEach(sagas::apply);
        SagaBoard expected = after(60);
        List<SagaStepped> shuffled = new ArrayList<>(List.of(STARTED, PAID, CONFIRMED, PAID, STARTED, CONFIRMED));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            SagaFold other = new SagaFold();
            shuffled.forEach(other::apply);
            other.renew(T0.plusSeconds(60));
            assertEquals(expected, other.view(), "seed " + seed);
        }
    }

    @Test
    void aSagaThatIsSilentForThirtySecondsIsStuckUntilItMoves() {
        sagas.apply(STARTED);
        assertEquals(1, after(29).active());
        SagaBoard stuck = after(30);
        assertEquals(List.of(0L, 1L), List.of(stuck.active(), stuck.stuck()));
        assertEquals(SagaStatus.STUCK, stuck.recent().getFirst().status());
        sagas.apply(step("o1", 31_000, "payment_completed", "active"));
        SagaBoard moving = after(32);
        assertEquals(List.of(1L, 0L), List.of(moving.active(), moving.stuck()));
        assertEquals(SagaStatus.ACTIVE, moving.recent().getFirst().status());
    }

    @Test
    void ofTwoStepsAtTheSameMomentTheOneThatEndsTheSagaHolds() {
        sagas.apply(step("o1", 200, "order_confirmed", "completed"));
        sagas.apply(step("o1", 200, "inventory_reserved", "active"));
        SagaView saga = after(1).recent().getFirst();
        assertEquals(SagaStatus.COMPLETED, saga.status());
        assertEquals("order_confirmed", saga.steps().getLast().step());
    }

    @Test
    void unfinishedOnesAreShownBeforeFinishedOnes() {
        sagas.apply(step("old", 0, "payment_initiated", "active"));
        for (int i = 0; i < 2_000; i++) {
            sagas.apply(step("o" + i, i + 1, "order_confirmed", i % 2 == 0 ? "completed" : "compensated"));
        }
        SagaBoard board = after(10);
        assertEquals(List.of(1L, 1_000L, 1_000L, 0L, 0L), List.of(board.active(), board.completed(), board.compensated(), board.failed(),
                board.stuck()));
        assertEquals(SagaFold.SHOWN, board.recent().size());
        assertEquals("o1999", board.recent().getFirst().orderId());
        assertEquals("old", board.recent().getLast().orderId());
        assertEquals(1, board.recent().getLast().steps().size());
    }

    @Test
    void countsStayExactForOrdersThatAreNoLongerShown() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                sagas.apply(step("o" + i, i, "payment_initiated", "active"));
                sagas.apply(step("o" + i, i + 5, "order_confirmed", "completed"));
            }
        }
        SagaBoard board = after(20);
        assertEquals(List.of(0L, 20_000L, 0L), List.of(board.active(), board.completed(), board.stuck()));
    }
}
