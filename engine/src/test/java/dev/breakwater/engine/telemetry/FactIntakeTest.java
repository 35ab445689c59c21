package dev.breakwater.engine.telemetry;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fold.SpanFacts;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactIntakeTest {
    private static final InstantSource CLOCK = InstantSource.fixed(T0);

    @Test
    void factsOfManyThreadsAreAllInTheSettledSnapshot() throws InterruptedException {
        try (FactIntake intake = new FactIntake(CLOCK)) {
            List<Thread> threads = IntStream.range(0, 8).mapToObj(t -> Thread.startVirtualThread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    intake.accept(SpanFacts.client("s" + t + "-" + i, "a", "b").span());
                }
            })).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            RunSnapshot settled = intake.settled();
            assertEquals(8_000, settled.flows().getFirst().calls());
            assertEquals(0, settled.dropped().facts());
            assertEquals(settled, intake.snapshot());
        }
    }

    @Test
    void aTraceIsFoundByItsId() throws InterruptedException {
        SpanFinished span = SpanFacts.client("a", "x", "y").trace("t").span();
        try (FactIntake intake = new FactIntake(CLOCK)) {
            intake.accept(span);
            intake.settled();
            assertEquals(List.of(span), intake.trace("t"));
        }
    }

    @Test
    void whatDidNotFitIsCountedInTheSnapshot() throws InterruptedException {
        try (FactIntake intake = new FactIntake(CLOCK)) {
            Fact long1 = new Fact.LineLogged(T0, "a", "x".repeat((int) (FactQueue.TEXT_LIMIT / 2 + 1)));
            for (int i = 0; i < 1_000; i++) {
                intake.accept(long1);
            }
            RunSnapshot settled = intake.settled();
            assertEquals(1_000, settled.log().size() + settled.dropped().facts());
            assertTrue(settled.dropped().facts() > 0);
        }
    }

    @Test
    void whoWaitsForSomethingIsAnsweredWhenItIsThere() throws InterruptedException {
        try (FactIntake intake = new FactIntake(CLOCK)) {
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 3; i++) {
                    intake.accept(new Fact.LineLogged(T0, "a", "line"));
                }
            });
            assertEquals(3, intake.until(run -> run.log().size() == 3, Duration.ofMinutes(1)).log().size());
        }
    }

    @Test
    void whoWaitsInVainIsAnsweredAtTheEndOfHisPatienceOrOfTheIntake() throws InterruptedException {
        FactIntake intake = new FactIntake(CLOCK);
        assertEquals(List.of(), intake.until(run -> !run.log().isEmpty(), Duration.ZERO).log());
        intake.close();
        assertEquals(List.of(), intake.until(run -> !run.log().isEmpty(), Duration.ofMinutes(1)).log());
    }

    @Test
    void afterTheEndTheLastSnapshotStays() throws InterruptedException {
        FactIntake intake = new FactIntake(CLOCK);
        intake.accept(new Fact.LineLogged(T0, "a", "line"));
        RunSnapshot last = intake.settled();
        intake.close();
        intake.accept(new Fact.LineLogged(T0, "a", "late"));
        assertEquals(last, intake.settled());
    }
}
