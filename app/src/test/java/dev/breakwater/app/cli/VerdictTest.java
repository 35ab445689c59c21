package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.model.run.OrderTally;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    private static final LoadView REACHED = new LoadView(25, 100, 100, 0, 100, 0, 1, 1, 1, 1);

    @Test
    void passedWhenAllHeldAndAllEnded() {
        assertEquals(Verdict.PASSED, Verdict.of(audit(100, 0, true), REACHED));
    }

    @Test
    void deviatedWhenAnInvariantBrokeOrAnOrderDidNotEnd() {
        assertEquals(Verdict.DEVIATED, Verdict.of(audit(100, 0, false), REACHED));
        assertEquals(Verdict.DEVIATED, Verdict.of(audit(100, 1, true), REACHED));
    }

    @Test
    void notValidWhenTheLoadWasNotReached() {
        assertEquals(Verdict.NOT_VALID, Verdict.of(audit(0, 0, true), new LoadView(25, 100, 100, 0, 0, 100, 1, 1, 1, 1)));
        assertEquals(Verdict.NOT_VALID, Verdict.of(audit(98, 0, true), new LoadView(25, 100, 98, 2, 98, 0, 1, 1, 1, 1)));
        assertEquals(Verdict.NOT_VALID, Verdict.of(audit(49, 0, true), new LoadView(25, 100, 100, 0, 49, 51, 1, 1, 1, 1)));
        assertEquals(Verdict.PASSED, Verdict.of(audit(99, 0, true), new LoadView(25, 100, 99, 1, 99, 0, 1, 1, 1, 1)));
    }

    /// What broke is broken, however little load there was.
    @Test
    void deviatedWhenAnInvariantBrokeThoughTheLoadWasNotReached() {
        assertEquals(Verdict.DEVIATED, Verdict.of(audit(49, 0, false), new LoadView(25, 100, 100, 0, 49, 51, 1, 1, 1, 1)));
    }

    @Test
    void wordsAndExitCodesAreThoseOfTheCommandLine() {
        assertEquals(List.of("passed", "deviated", "not valid"), List.of(Verdict.values()).stream().map(Verdict::word).toList());
        assertEquals(List.of(0, 1, 4), List.of(Verdict.values()).stream().map(Verdict::exitCode).toList());
    }

    private static AuditReport audit(long placed, long unfinished, boolean held) {
        return new AuditReport(new OrderTally(placed, placed - unfinished, 0, unfinished),
                List.of(new InvariantView("paid-once", held, "")), unfinished == 0);
    }
}
