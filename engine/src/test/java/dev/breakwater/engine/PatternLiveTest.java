package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.FaultHint;
import dev.breakwater.engine.scenario.Knob;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import dev.breakwater.engine.scenario.ScenarioReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pattern folder, on real brokers: the robust variant withstands the failures that the folder names, and the naive one does not.
/// One lab for all: each scenario takes over what the one before has left running. How long each change took is printed.
/// `-Dpatterns=rest,grpc` runs some of them only; `-Denvironment=local` takes the brokers that are installed.
@Tag("live")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PatternLiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Longer than anything robust takes to go on: five seconds until an entry counts as abandoned, and a look every two.
    private static final Duration PATIENCE_WITH_NAIVE = Duration.ofSeconds(25);
    private static final Duration LONGEST_FAULT = Duration.ofSeconds(6);
    /// Not the half minute of the product: the test waits until clients are served again.
    private static final String BREAKER_OPEN_MILLIS = "5000";
    private static final int MANY_REQUESTS = 12;
    private static final int SECONDS_OF_REQUESTS = 3;

    private Optional<Lab> lab = Optional.empty();

    static List<Scenario> all() throws Exception {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> wanted = List.of(System.getProperty("patterns", "").split(","));
        for (String id : new ScenarioFolder(LabsForTests.HOME).names()) {
            if (!wanted.equals(List.of("")) && !wanted.contains(id)) {
                continue;
            }
            scenarios.add(new ScenarioReader().read(new ScenarioFolder(LabsForTests.HOME).find(id)));
        }
        return scenarios;
    }

    /// Each folder robust, then naive on what runs already.
    static Stream<Arguments> variants() throws Exception {
        return all().stream().flatMap(scenario -> naive(scenario).isEmpty() ? Stream.of(arguments(scenario, SwitchNames.ROBUST))
                : Stream.of(arguments(scenario, SwitchNames.ROBUST), arguments(scenario, SwitchNames.NAIVE)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void robustItWithstandsItsFaultsAndNaiveItShowsItsHole(Scenario scenario, String variant) throws Exception {
        if (variant.equals(SwitchNames.NAIVE)) {
            AuditReport report = withFaults(scenario, naive(scenario));
            assertFalse(report.held(), () -> "nothing broke: " + report);
            return;
        }
        AuditReport report = withFaults(scenario, List.of());
        assertEquals(List.of(), report.invariants().stream().filter(invariant -> !invariant.held()).toList());
        assertEquals(scenario.invariants(), report.invariants().stream().map(InvariantView::name).toList());
        assertTrue(report.settled(), () -> "something is still under way: " + report);
    }

    private static List<Knob.Choice> naive(Scenario scenario) {
        return scenario.knobs().stream().filter(Knob.Choice.class::isInstance).map(Knob.Choice.class::cast)
                .filter(choice -> choice.values().contains(SwitchNames.NAIVE)).toList();
    }

    private AuditReport withFaults(Scenario scenario, List<Knob.Choice> naive) throws Exception {
        Lab running = lab.orElse(null);
        if (running == null) {
            String environment = System.getProperty("environment", "embedded");
            running = new Lab(LabsForTests.settings(scenario, environment), Environments::open, InstantSource.system());
            lab = Optional.of(running);
        }
        long start = System.nanoTime();
        running.openAndWait(scenario);
        System.out.printf("%-16s open after %d ms%n", scenario.id(), (System.nanoTime() - start) / 1_000_000);
        assertTrue(running.awaitLoad(PATIENCE), "no load");
        for (Knob.Choice choice : naive) {
            turn(running, choice, SwitchNames.NAIVE);
        }
        for (Knob knob : scenario.knobs()) {
            if (knob.name().equals(SwitchNames.BREAKER_OPEN_MILLIS)) {
                turn(running, knob, BREAKER_OPEN_MILLIS);
            }
        }
        goesOn(running, scenario);
        for (FaultHint hint : scenario.faults()) {
            strike(running, hint.order());
            if (!naive.isEmpty() && running.settled().invariants().stream().anyMatch(invariant -> !invariant.held())) {
                break;
            }
        }
        if (naive.isEmpty()) {
            goesOn(running, scenario);
        }
        boolean broken = running.settled().invariants().stream().anyMatch(invariant -> !invariant.held());
        AuditReport report = running.finish(broken ? LONGEST_FAULT : naive.isEmpty() ? PATIENCE : PATIENCE_WITH_NAIVE);
        System.out.printf("%-16s %-7s %s%n", scenario.id(), naive.isEmpty() ? "robust" : "naive", report.invariants());
        return report;
    }

    private static void turn(Lab lab, Knob knob, String value) {
        var answer = lab.switches().set(knob.service(), knob.name(), value);
        assertTrue(answer.accepted(), answer::body);
    }

    private static void strike(Lab lab, FaultOrder order) throws InterruptedException {
        Optional<Duration> duration = order.duration().map(wanted -> wanted.compareTo(LONGEST_FAULT) > 0 ? LONGEST_FAULT : wanted);
        String id = lab.injectOrRefuse(new FaultOrder(order.fault(), order.target(), order.settings(), duration));
        RunSnapshot run = LabsForTests.await(lab, now -> now.faults().stream().anyMatch(fault -> fault.id().equals(id)
                && (fault.phase() == FaultPhase.HEALED || fault.phase() == FaultPhase.FAILED)), PATIENCE);
        assertTrue(run.faults().stream().noneMatch(fault -> fault.phase() == FaultPhase.FAILED), () -> run.faults().toString());
    }

    /// Waits until clients are served again.
    private static void goesOn(Lab lab, Scenario scenario) throws InterruptedException {
        long before = lab.settled().load().accepted();
        double rate = scenario.load().rateAt(Duration.ofHours(1));
        long some = Math.min(MANY_REQUESTS, (long) Math.ceil(rate * SECONDS_OF_REQUESTS));
        LabsForTests.await(lab, run -> run.load().accepted() >= before + some, PATIENCE);
    }

    @AfterAll
    void end() {
        lab.ifPresent(Lab::close);
    }
}
