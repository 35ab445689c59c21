package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static dev.breakwater.engine.model.fold.SpanFacts.client;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.fact.Fact.BreakerChanged;
import dev.breakwater.engine.model.fact.Fact.BreakerCounted;
import dev.breakwater.engine.model.flow.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerFoldTest {
    private static final BreakerWindow BAD = new BreakerWindow(10, 6, 60, 50);
    private static final BreakerWindow GOOD = new BreakerWindow(1, 0, 0, 50);
    private static final Instant OPENED = T0;
    private static final Instant TRIED = T0.plusSeconds(30);
    private static final BreakerChanged OPEN = changed(OPENED, BreakerPhase.CLOSED, BreakerPhase.OPEN, BAD, Duration.ofSeconds(30));
    private static final BreakerChanged HALF = changed(TRIED, BreakerPhase.OPEN, BreakerPhase.HALF_OPEN, GOOD, Duration.ZERO);

    private final BreakerFold breakers = new BreakerFold();

    private static BreakerChanged changed(Instant at, BreakerPhase from, BreakerPhase to, BreakerWindow window, Duration openFor) {
        return new BreakerChanged(at, "user-service", "order-service", "user-service", from, to, "why " + to, window, openFor);
    }

    private static BreakerCounted counted(Instant at) {
        return new BreakerCounted(at, "user-service", "order-service", "user-service", BreakerPhase.CLOSED, GOOD);
    }

    private static BreakerView view(BreakerPhase phase, BreakerWindow window, Optional<Instant> until, long refused, Transition... path) {
        return new BreakerView("user-service", "order-service", "user-service", phase, window, until, refused, List.of(path));
    }

    private static Transition transition(BreakerChanged told) {
        return new Transition(told.at(), told.from(), told.to(), told.reason(), told.window());
    }

    @Test
    void anOpenBreakerTellsWhyUntilWhenAndHowManyItRefused() {
        breakers.apply(client("r", "order-service", "user-service").outcome(Outcome.REFUSED).span());
        breakers.apply(OPEN);
        breakers.apply(client("s", "order-service", "user-service").outcome(Outcome.REFUSED).span());
        breakers.apply(client("t", "order-service", "user-service").span());
        assertEquals(List.of(view(BreakerPhase.OPEN, BAD, Optional.of(OPENED.plusSeconds(30)), 2, transition(OPEN))), breakers.view());
    }

    @Test
    void transitionsStandInTheOrderOfTheirTimesAndOnce() {
        List.of(HALF, OPEN, HALF, OPEN).forEach(breakers::apply);
        assertEquals(List.of(view(BreakerPhase.HALF_OPEN, GOOD, Optional.empty(), 0, transition(OPEN), transition(HALF))), breakers.view());
    }

    @Test
    void aCountMovesTheWindowAndCorrectsAPhaseWhoseTransitionWasLost() {
        breakers.apply(OPEN);
        breakers.apply(counted(OPENED.minusSeconds(1)));
        assertEquals(BreakerPhase.OPEN, breakers.view().getFirst().phase());
        breakers.apply(counted(TRIED));
        assertEquals(List.of(view(BreakerPhase.CLOSED, GOOD, Optional.empty(), 0, transition(OPEN))), breakers.view());
    }

    @Test
    void theNewestTwoHundredTransitionsAreKept() {
        for (int i = 0; i < 1_000; i++) {
            breakers.apply(changed(T0.plusSeconds(i), BreakerPhase.CLOSED, BreakerPhase.OPEN, BAD, Duration.ofSeconds(1)));
        }
        List<Transition> kept = breakers.view().getFirst().transitions();
        assertEquals(Breaker.TRANSITION_LIMIT, kept.size());
        assertEquals(T0.plusSeconds(999), kept.getLast().at());
    }
}
