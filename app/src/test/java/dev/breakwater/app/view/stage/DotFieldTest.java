package dev.breakwater.app.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DotFieldTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Edge CALL = SagaStage.edge("order-service", "user-service");
    private final DotField dots = new DotField();
    private long sequence;

    DotFieldTest() {
        dots.lines(List.of(CALL), new long[] {SECOND}, new double[] {10});
    }

    @Test
    void oneMessageIsOneDotAndNeverTwo() {
        RunSnapshot run = run(transfer(Outcome.OK, 5));
        dots.take(run, SECOND);
        dots.take(run, 2 * SECOND);
        assertEquals(1, dots.count());
    }

    @Test
    void aDotLeavesAMomentAfterItsMessageAndArrives() {
        dots.take(run(transfer(Outcome.OK, 5)), SECOND);
        assertFalse(dots.launched(0, SECOND));
        long start = SECOND + DotField.LAG_NANOS;
        assertTrue(dots.launched(0, start));
        assertEquals(0.5, dots.place(0, start + SECOND / 2), 0.001);
        dots.advance(start + SECOND + 1);
        assertEquals(0, dots.count());
    }

    @Test
    void aDelayedMessageTakesAsLongAsItTook() {
        dots.take(run(transfer(Outcome.OK, 3_000)), SECOND);
        assertEquals(0.5, dots.place(0, SECOND + DotField.LAG_NANOS + 3 * SECOND / 2), 0.001);
    }

    @Test
    void aFailedMessageStopsShortAndStaysAWhile() {
        dots.take(run(transfer(Outcome.FAILED, 5)), SECOND);
        long end = SECOND + DotField.LAG_NANOS + SECOND;
        assertTrue(dots.hasFailed(0, end));
        assertTrue(dots.place(0, end) < 1);
        dots.advance(end + 1);
        assertEquals(1, dots.count());
    }

    @Test
    void aRefusedMessageTurnsBack() {
        dots.take(run(transfer(Outcome.REFUSED, 1)), SECOND);
        long start = SECOND + DotField.LAG_NANOS;
        double there = dots.place(0, start + SECOND / 2);
        assertTrue(there < 0.5 && there > 0.3, () -> "turns at " + there);
        assertEquals(0, dots.place(0, start + SECOND), 0.001);
    }

    @Test
    void inAFloodDotsAreSamplesButTroubleIsAlwaysSeen() {
        List<Transfer> flood = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            flood.add(transfer(Outcome.OK, 2));
        }
        flood.add(transfer(Outcome.FAILED, 2));
        dots.take(run(flood.toArray(Transfer[]::new)), SECOND);
        assertTrue(dots.count() < 20, () -> dots.count() + " dots on one line");
        assertEquals(Outcome.FAILED, dots.transfer(dots.count() - 1).outcome());
    }

    @Test
    void aNewRunThatCountsFromOneAgainIsSeen() {
        sequence = 5_000;
        dots.take(run(transfer(Outcome.OK, 5)), SECOND);
        sequence = 0;
        dots.take(run(transfer(Outcome.OK, 5)), 2 * SECOND);
        assertEquals(2, dots.count());
    }

    @Test
    void messagesOnUnknownLinesAreLeftOut() {
        Transfer unknown = new Transfer(1, SagaRun.START, Duration.ofMillis(1), "nobody", "nowhere", CALL.protocol(), Outcome.OK, "GET /",
                "", "", "", Map.of(), "", "");
        dots.take(run(unknown), SECOND);
        assertEquals(0, dots.count());
    }

    private Transfer transfer(Outcome outcome, long millis) {
        return new Transfer(++sequence, SagaRun.START, Duration.ofMillis(millis), CALL.from(), CALL.to(), CALL.protocol(), outcome,
                "GET /users/{id}", "trace", "span", "order", Map.of(), "", "");
    }

    private static RunSnapshot run(Transfer... transfers) {
        RunSnapshot e = RunSnapshot.EMPTY;
        return new RunSnapshot(1, SagaRun.START, e.phase(), "", "", "", 0, "", SagaStage.TOPOLOGY, e.parts(), e.flows(), e.latency(),
                List.of(transfers), e.sagas(), e.breakers(), e.queues(), e.streams(), e.deadLetters(), e.aggregate(), e.figures(),
                e.faults(), e.load(), e.orders(), e.invariants(), e.switches(), e.timeline(), e.log(), e.dropped());
    }
}
