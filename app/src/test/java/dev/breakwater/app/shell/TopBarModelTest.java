package dev.breakwater.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.engine.model.run.RunSnapshot;
import org.junit.jupiter.api.Test;

class TopBarModelTest {
    @Test
    void itCountsWhatRunsWhatIsDownAndWhatCanBeHealed() {
        assertEquals(new TopBarModel("local · 9 running", TopBarModel.Mood.WELL, 0),
                TopBarModel.of(new SagaRun(25, false).at(SagaRun.START.plusSeconds(30))));
        assertEquals(new TopBarModel("local · 8 running, 1 down", TopBarModel.Mood.TROUBLE, 2),
                TopBarModel.of(new SagaRun(25, true).at(SagaRun.START.plusSeconds(30))));
        assertEquals(new TopBarModel("no environment · nothing runs", TopBarModel.Mood.IDLE, 0), TopBarModel.of(RunSnapshot.EMPTY));
    }

    @Test
    void theLoadScaleIsItsOwnInverse() {
        for (double rate : new double[] {0, 0.5, 1, 25, 100, LoadScale.MOST}) {
            assertEquals(rate, LoadScale.rateAt(LoadScale.placeOf(rate)), 0.001);
        }
        assertTrue(LoadScale.placeOf(10_000) <= 1);
    }
}
