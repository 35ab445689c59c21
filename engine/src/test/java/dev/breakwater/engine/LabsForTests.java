package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.fail;

import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import dev.breakwater.engine.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Labs on the services of this checkout, which Maven has built before.
final class LabsForTests {
    static final Path HOME = Path.of(System.getProperty("breakwater.home", ".."));
    private static final InstantSource CLOCK = InstantSource.system();

    private LabsForTests() {}

    static Lab orderSaga(String environment, String load) throws Exception {
        return new Lab(settings(environment, load), Environments::open, CLOCK);
    }

    static LabSettings settings(String environment, String load) throws Exception {
        return new LabSettings(HOME, scenario(), environment, 42, Quantities.load(load), Optional.empty(), CLOCK.instant());
    }

    static LabSettings settings(Scenario scenario, String environment) {
        return new LabSettings(HOME, scenario, environment, 42, scenario.load(), Optional.empty(), CLOCK.instant());
    }

    static Scenario scenario() throws Exception {
        return scenario("order-saga");
    }

    static Scenario scenario(String id) throws Exception {
        return new ScenarioReader().read(new ScenarioFolder(HOME).find(id));
    }

    /// Waits for what the lab reports.
    static RunSnapshot await(Lab lab, Predicate<RunSnapshot> wanted, Duration patience) throws InterruptedException {
        RunSnapshot run = lab.until(wanted, patience);
        if (!wanted.test(run)) {
            fail("not within %s: %s, %s, %s".formatted(patience, run.orders(), run.load(), run.parts()));
        }
        return run;
    }
}
