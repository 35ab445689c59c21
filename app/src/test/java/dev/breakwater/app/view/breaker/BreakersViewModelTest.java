package dev.breakwater.app.view.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.app.view.fixture.Breakers;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakersViewModelTest {
    private final BreakersViewModel model = new BreakersViewModel();
    private final BreakerView user = new Breakers(Runs.NOW).open().getFirst();

    @Test
    void theStripHasEveryStateWithoutGaps() {
        double now = StateSpan.seconds(Runs.NOW);
        List<StateSpan> spans = StateSpan.of(user, now - 300, now);
        assertEquals(List.of(BreakerPhase.CLOSED, BreakerPhase.OPEN, BreakerPhase.HALF_OPEN, BreakerPhase.CLOSED, BreakerPhase.OPEN,
                BreakerPhase.HALF_OPEN, BreakerPhase.OPEN), spans.stream().map(StateSpan::phase).toList());
        for (int i = 1; i < spans.size(); i++) {
            assertEquals(spans.get(i - 1).toSecond(), spans.get(i).fromSecond());
        }
        assertEquals(now, spans.getLast().toSecond());
    }

    @Test
    void whatHappenedBeforeTheStripOnlySetsItsBeginning() {
        double now = StateSpan.seconds(Runs.NOW);
        assertEquals(List.of(new StateSpan(BreakerPhase.OPEN, now - 5, now)), StateSpan.of(user, now - 5, now));
    }

    @Test
    void theRemainingTimeIsRoundedUp() {
        model.show(Runs.busy().at(Runs.NOW.plusMillis(200)).snapshot());
        assertEquals("OPEN 21 s", model.rows().getFirst().badge());
        model.show(Runs.busy().at(Runs.NOW.plusSeconds(25)).snapshot());
        assertEquals("OPEN", model.rows().getFirst().badge());
    }

    @Test
    void theHistoryIsThatOfTheLastToChangeUntilTheUserChooses() {
        model.show(Runs.busy().snapshot());
        assertEquals("user-service", model.chosenProperty().get());
        assertEquals(user.transitions().reversed(), model.history());
        model.choose("payment-service");
        assertEquals(List.of(), model.history());
    }

    @Test
    void theReasonIsTheReportedOneElseTheOneThatTheChangeTells() {
        assertEquals(List.of("Failure rate 62.5 % of 8 calls, threshold 50 %", "Reset timeout of 30 s is over", "Trial call succeeded",
                "Failure rate 50 % of 6 calls, threshold 50 %", "The waiting time is over: a trial call may pass", "The trial call failed"),
                user.transitions().stream().map(BreakerWords::why).toList());
        assertEquals("5 of 8 calls failed: 63 %, the limit is 50 %", BreakerWords.why(new BreakerView.Transition(
                Runs.NOW, BreakerPhase.CLOSED, BreakerPhase.OPEN, " ", new BreakerWindow(8, 5, 62.5, 50))));
    }

    @Test
    void theWindowIsToldInWords() {
        assertEquals("no call in the window", BreakerWords.window(BreakerWindow.EMPTY));
        assertEquals("3 of 24 calls failed · 13 %, opens at 50 %", BreakerWords.window(new BreakerWindow(24, 3, 12.5, 50)));
    }
}
