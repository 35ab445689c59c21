package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The order saga with everything real: brokers, services, links, load, audit.
@Tag("live")
@Timeout(240)
final class OrderSagaLiveTest {
    @Test
    void ordersGoThroughAllServicesAndEverythingAddsUp() throws Exception {
        try (Lab lab = LabsForTests.orderSaga("embedded", "10/s")) {
            lab.startAndWait();
            assertTrue(lab.awaitLoad(Duration.ofSeconds(60)), "no load");
            LabsForTests.await(lab, run -> run.orders().placed() >= 60, Duration.ofSeconds(60));
            assertEquals(List.of(), Sockets.openToOthers());
            double before = rebuilt(lab.settled());
            lab.rebuildReadModel();
            LabsForTests.await(lab, run -> rebuilt(run) > before, Duration.ofSeconds(60));
            AuditReport audit = lab.finish(Duration.ofSeconds(60));
            RunSnapshot run = lab.settled();

            assertEquals(List.of(), audit.invariants().stream().filter(invariant -> !invariant.held()).toList());
            assertEquals(5, audit.invariants().stream().map(InvariantView::name).distinct().count());
            assertEquals(0, audit.orders().unfinished());
            assertTrue(audit.orders().confirmed() > 0, () -> "none was confirmed: " + audit.orders());
            assertEquals(RunPhase.RUNNING, run.phase());
            assertTrue(run.parts().stream().allMatch(part -> part.phase() == PartPhase.READY), () -> run.parts().toString());
            assertTrue(lab.firstMessageMillis().isPresent());
            assertEquals(Set.of(), edgesWithoutTraffic(run));
            assertTrue(lab.pushes() > 0, "no watcher heard of an order");
        }
    }

    /// How often the read model was made anew since the scenario began.
    private static double rebuilt(RunSnapshot run) {
        return run.figures().told().stream().filter(figure -> figure.name().equals("Rebuilt from"))
                .flatMap(figure -> figure.rows().stream()).mapToDouble(FigureView.Row::count).sum();
    }

    /// Edges that only some orders use: compensation, queries.
    private static Set<String> edgesWithoutTraffic(RunSnapshot run) {
        Set<String> seen = run.flows().stream().map(OrderSagaLiveTest::edge).collect(Collectors.toSet());
        Set<String> seldom = Set.of("order-service->order-projection", "client->order-projection", "order-service->payment-commands",
                "order-service->inventory-commands", "order-service->order-commands", "order-commands->order-service");
        return run.topology().edges().stream().map(edge -> edge.from() + "->" + edge.to())
                .filter(edge -> !seen.contains(edge) && !seldom.contains(edge)).collect(Collectors.toSet());
    }

    private static String edge(FlowStats flow) {
        return flow.from() + "->" + flow.to();
    }
}
