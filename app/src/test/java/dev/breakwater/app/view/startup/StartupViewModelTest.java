package dev.breakwater.app.view.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.view.fixture.Parts;
import dev.breakwater.app.view.fixture.QuietLab;
import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.engine.model.run.RunPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartupViewModelTest {
    private final QuietLab lab = new QuietLab();
    private final StartupViewModel model = new StartupViewModel(lab);

    @Test
    void eachPartTellsHowFarItIs() {
        model.show(Runs.starting().snapshot());
        assertEquals(List.of("redis: ready in 210 ms", "rabbitmq: starting 2.4 s", "mongodb: ready in 1.2 s"),
                model.brokers().stream().map(row -> row.part().name() + ": " + row.words()).toList());
        assertEquals("waiting for GET /health", model.services().get(1).what());
        assertEquals("Starting the lab", model.headlineProperty().get());
        assertEquals("3 of 9 parts are ready", model.explanationProperty().get());
        assertEquals(3.0 / 9, model.progressProperty().get(), 1e-9);
    }

    @Test
    void aFailedStartSaysWhatWhyAndWhatToDoAndOpensTheLog() {
        model.show(Runs.failed().snapshot());
        assertEquals("payment-service did not start: port 41873 is taken by another program", model.headlineProperty().get());
        assertTrue(model.explanationProperty().get().startsWith("End the program that listens on"));
        assertEquals("payment-service", model.openLogProperty().get());
        assertEquals(7, model.log().size());
    }

    @Test
    void aFailureWithoutAMessageIsToldByItsPart() {
        model.show(new Runs().phase(RunPhase.FAILED, "").parts(new Parts(Runs.NOW).failed()).snapshot());
        assertEquals("payment-service did not start: ended with exit code 1 after 0.9 s", model.headlineProperty().get());
        assertTrue(model.explanationProperty().get().contains("retry"));
    }

    @Test
    void aLogThatTheUserClosedStaysClosedUntilTheNextTry() {
        model.show(Runs.failed().snapshot());
        model.openLogProperty().set("");
        model.show(Runs.failed().snapshot());
        assertEquals("", model.openLogProperty().get());
        model.retry();
        assertEquals(List.of("start"), lab.asked());
        model.show(Runs.failed().snapshot());
        assertEquals("payment-service", model.openLogProperty().get());
    }

    @Test
    void detailsHoldAllThatSomebodyWhoHelpsNeeds() {
        model.show(Runs.failed().snapshot());
        String details = model.details();
        for (String part : List.of("port 41873", "Order saga", "local", "42", "Redis 6.2.11", "BindException", "exit code 1")) {
            assertTrue(details.contains(part), part + " in " + details);
        }
    }

    @Test
    void onlyARunningLabIsUncovered() {
        assertFalse(StartupViewModel.covers(Runs.busy().snapshot()));
        assertTrue(StartupViewModel.covers(Runs.starting().snapshot()));
        assertTrue(StartupViewModel.covers(Runs.failed().snapshot()));
    }
}
