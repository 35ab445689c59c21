package dev.breakwater.app.view.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.app.fixture.FakeFaults;
import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailuresViewModelTest {
    private final FailuresViewModel model = new FailuresViewModel(FakeFaults.ALL);

    @Test
    void rowsSayWhatWhereHowLongAndHowOften() {
        RunSnapshot run = new SagaRun(25, true).at(SagaRun.START.plusSeconds(30));
        assertEquals(List.of(
                new FailureRow("f2", FaultPhase.ACTIVE, run.faults().get(1).target(), "latency 800 ± 50 ms", "inventory-service → redis",
                        "until healed", "p99 of the link rises by the delay.", "struck 312×"),
                new FailureRow("f1", FaultPhase.ACTIVE, new Target.OnService("user-service"), "kill", "user-service", "heals in 0:26",
                        "Its messages wait; none is lost.", "struck 1×")), model.rows(run));
        assertEquals(2, FailuresViewModel.toHeal(run));
    }

    @Test
    void healedOnesAreGone() {
        assertEquals(List.of(), model.rows(run(FaultPhase.HEALED)));
    }

    @Test
    void whatCouldNotBeInjectedStaysUntilItIsDismissedAndIsNotCounted() {
        RunSnapshot run = run(FaultPhase.FAILED);
        assertEquals("no such process", model.rows(run).getFirst().detail());
        assertEquals(0, FailuresViewModel.toHeal(run));
        model.dismiss("f1");
        assertEquals(List.of(), model.rows(run));
    }

    @Test
    void aHealThatFailedSaysWhy() {
        RunSnapshot run = run(FaultPhase.ACTIVE, "not healed: the port is taken");
        assertEquals("not healed: the port is taken", model.rows(run).getFirst().detail());
        assertEquals("still in force", model.rows(run).getFirst().left());
        assertEquals(1, FailuresViewModel.toHeal(run));
    }

    private static RunSnapshot run(FaultPhase phase) {
        return run(phase, phase == FaultPhase.FAILED ? "no such process" : "");
    }

    private static RunSnapshot run(FaultPhase phase, String message) {
        FaultView fault = new FaultView("f1", "kill", new Target.OnBroker("redis"), Map.of(), "", phase, 0, Optional.empty(),
                Optional.empty(), Optional.empty(), message);
        return new SagaRun(25, false).at(SagaRun.START, List.of(fault));
    }
}
