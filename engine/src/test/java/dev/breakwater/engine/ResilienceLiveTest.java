package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Orders at 25/s while everything is broken in turn: each process killed, each paused for 5 s, each link down for 5 s.
/// Whatever happens, every order ends within 60 s of the last heal, and the books are right.
@Tag("live")
@Timeout(900)
final class ResilienceLiveTest {
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(60);
    /// Not the half minute of the product: no fault has to wait for the breaker that the one before has opened.
    private static final String BREAKER_OPEN_MILLIS = "3000";
    private static final int LEAST_ORDERS = 1_000;
    /// So many new orders show that they flow.
    private static final int FLOWING = 10;

    /// One line of the table.
    private record Outcome(FaultView fault, OrderTally before, OrderTally after, long refused) {
        @Override
        public String toString() {
            long active = Duration.between(fault.activeSince().orElseThrow(), fault.healedAt().orElseThrow()).toMillis();
            return "%-6s %-40s active %5.1f s  placed %4d  ended %4d  refused %4d".formatted(fault.fault(), fault.target(), active / 1e3,
                    after.placed() - before.placed(), ended(after) - ended(before), refused);
        }

        private static long ended(OrderTally tally) {
            return tally.confirmed() + tally.cancelled();
        }
    }

    @Test
    void everyOrderEndsAndTheBooksAreRightWhateverBreaks() throws Exception {
        try (Lab lab = LabsForTests.orderSaga("local", "25/s")) {
            lab.startAndWait();
            assertTrue(lab.awaitLoad(Duration.ofSeconds(60)), "no load");
            var turned = lab.switches().set(Services.ORDER, SwitchNames.BREAKER_OPEN_MILLIS, BREAKER_OPEN_MILLIS);
            assertTrue(turned.accepted(), turned::body);
            List<Outcome> outcomes = new ArrayList<>();
            for (FaultOrder order : orders(LabsForTests.scenario())) {
                outcomes.add(strike(lab, order));
            }
            LabsForTests.await(lab, run -> run.orders().placed() >= LEAST_ORDERS, Duration.ofSeconds(60));
            assertEquals(List.of(), Sockets.openToOthers());
            AuditReport audit = lab.finish(Duration.ofSeconds(60));

            outcomes.forEach(System.out::println);
            System.out.println(audit.orders() + "; " + lab.snapshot().dropped());
            audit.invariants().forEach(System.out::println);
            assertEquals(List.of(), audit.invariants().stream().filter(invariant -> !invariant.held()).toList());
            assertEquals(0, audit.orders().unfinished());
        }
    }

    /// Kills, then pauses, then cut links.
    private static List<FaultOrder> orders(Scenario scenario) {
        List<Target> processes = Stream.concat(scenario.services().stream().map(Target.OnService::new),
                scenario.brokers().stream().map(Target.OnBroker::new)).collect(Collectors.toList());
        List<FaultOrder> orders = new ArrayList<>();
        processes.forEach(target -> orders.add(order("kill", target)));
        processes.forEach(target -> orders.add(order("pause", target)));
        scenario.links().forEach(link -> orders.add(order("down", new Target.OnLink(link))));
        return orders;
    }

    private static FaultOrder order(String fault, Target target) {
        return new FaultOrder(fault, target, Map.of(), Optional.of(LENGTH));
    }

    /// Injects it while orders flow (the breaker may still be open from the fault before), and waits until it is healed.
    private static Outcome strike(Lab lab, FaultOrder order) throws InterruptedException {
        long placed = lab.settled().orders().placed();
        RunSnapshot before = LabsForTests.await(lab, run -> run.orders().placed() >= placed + FLOWING, HEALS_WITHIN);
        String id = lab.inject(order);
        RunSnapshot after = LabsForTests.await(lab, run -> over(run, id), LENGTH.plus(HEALS_WITHIN));
        FaultView fault = after.faults().stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
        assertEquals(FaultPhase.HEALED, fault.phase(), fault::message);
        return new Outcome(fault, before.orders(), after.orders(), after.load().refused() - before.load().refused());
    }

    private static boolean over(RunSnapshot run, String id) {
        return run.faults().stream().anyMatch(view ->
                view.id().equals(id) && (view.phase() == FaultPhase.HEALED || view.phase() == FaultPhase.FAILED));
    }
}
