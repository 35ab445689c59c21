package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.run.AcceptedOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class IdleWorkersTest {
    private static final Instant T0 = Instant.parse("2026-11-28T12:00:00Z");
    private final IdleWorkers workers = new IdleWorkers();

    @Test
    void anOrderThatWaitedForABusyOneWhileAnotherWasIdle() {
        gapOfTheSecond(Instant.MIN);
        assertFalse(workers.view().held());
        assertTrue(workers.view().detail().contains("c waited for one while two had nothing to do for 6000 ms"), workers.view()::detail);
    }

    @Test
    void aDeadOneIsNoIdleOne() {
        gapOfTheSecond(at(9));
        assertTrue(workers.view().held());
    }

    @Test
    void nobodyWaitsWhenThereIsNothingToDo() {
        accept("a", 0);
        workers.done("two", "a", at(0), at(1), Instant.MIN);
        accept("b", 7);
        workers.done("two", "b", at(7), at(8), Instant.MIN);
        accept("c", 7);
        workers.done("one", "c", at(9), at(10), Instant.MIN);
        assertTrue(workers.view().held());
    }

    @Test
    void oneThatCameBackAndGotNothingWasIdleToTheEnd() {
        pileOfTheFirst();
        assertTrue(workers.view().held());
        workers.ended(at(10), _ -> true);
        assertFalse(workers.view().held(), workers.view()::detail);
    }

    @Test
    void oneThatWasTakenAwayWasNot() {
        pileOfTheFirst();
        workers.ended(at(10), "one"::equals);
        assertTrue(workers.view().held(), workers.view()::detail);
    }

    @Test
    void nobodyWasIdleWhileSomethingIsBroken() {
        pileOfTheFirst();
        workers.ended(Instant.MAX, _ -> true);
        assertTrue(workers.view().held(), workers.view()::detail);
    }

    /// The second worker works once, dies, and is back at 10; the first one works on what has waited since 5 until 30.
    private void pileOfTheFirst() {
        accept("a", 0);
        workers.done("two", "a", at(0), at(4), Instant.MIN);
        for (int i = 0; i < 5; i++) {
            accept("o" + i, 5);
            workers.done("one", "o" + i, at(5 + 5 * i), at(10 + 5 * i), at(10));
        }
    }

    @Test
    void theClientMayTellLater() {
        accept("a", 0);
        accept("b", 0);
        workers.done("two", "a", at(0), at(1), Instant.MIN);
        workers.done("two", "b", at(7), at(8), Instant.MIN);
        workers.done("one", "c", at(8), at(9), Instant.MIN);
        assertTrue(workers.view().held());
        accept("c", 0);
        assertFalse(workers.view().held());
    }

    /// The second worker ends at 1 and begins again at 7; order c has waited since 0, and the first one begins it at 8.
    private void gapOfTheSecond(Instant calmSince) {
        accept("a", 0);
        accept("b", 7);
        accept("c", 0);
        workers.done("two", "a", at(0), at(1), calmSince);
        workers.done("two", "b", at(7), at(8), calmSince);
        workers.done("one", "c", at(8), at(9), calmSince);
    }

    private void accept(String id, int second) {
        workers.accepted(new AcceptedOrder(id, false, at(second)));
    }

    private static Instant at(int second) {
        return T0.plusSeconds(second);
    }
}
