package dev.breakwater.app.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageViewModelTest {
    private static final Instant NOW = SagaRun.START.plusSeconds(30);
    private final StagePicture well = StageViewModel.picture(new SagaRun(25, false).at(NOW));
    private final StagePicture troubled = StageViewModel.picture(new SagaRun(25, true).at(NOW));

    @Test
    void aDeadServiceSaysForHowLong() {
        NodeFigure user = node(troubled, "user-service");
        assertEquals(Health.DOWN, user.health());
        assertEquals("down 4 s", user.line());
        assertEquals("kill", user.badge());
    }

    @Test
    void aServiceThatIsWellShowsRateAndP99() {
        NodeFigure order = node(well, "order-service");
        assertEquals(Health.UP, order.health());
        assertTrue(order.line().matches("76/s · \\d+ ms"), order.line());
        assertEquals(30, order.spark().size());
    }

    @Test
    void aServiceBehindAStruckLinkIsStrained() {
        assertEquals(Health.STRAINED, node(troubled, "inventory-service").health());
        assertEquals(Health.UP, node(troubled, "payment-service").health());
    }

    @Test
    void aQueueFillsByItsMessages() {
        NodeFigure queue = node(troubled, "notifications");
        assertEquals("9", queue.number());
        assertEquals(9, queue.filled());
    }

    @Test
    void aCursorStandsAsFarBehindAsItsGroupLags() {
        List<NodeFigure.Cursor> cursors = node(troubled, "order-events").cursors();
        assertEquals(List.of("inventory", "order-projection", "payment"), cursors.stream().map(NodeFigure.Cursor::group).toList());
        assertEquals(List.of(3, 0, 0), cursors.stream().map(NodeFigure.Cursor::cellsBehind).toList());
        assertEquals(NodeFigure.CELLS - 1, new NodeFigure.Cursor("far", 5_000_000_000L, 0, 0).cellsBehind());
    }

    @Test
    void whatWasGivenOutAndLeftLyingIsToldWhereNothingIsBehind() {
        NodeFigure.Cursor working = new NodeFigure.Cursor("payment", 0, 3, 400);
        NodeFigure.Cursor left = new NodeFigure.Cursor("notification", 0, 1_012, 34_200);
        assertEquals("lag 0", NodePainter.farthest(List.of(working)));
        assertEquals("1,012 pending 34 s", NodePainter.farthest(List.of(working, left)));
        assertEquals("lag 2 inventory", NodePainter.farthest(List.of(left, new NodeFigure.Cursor("inventory", 2, 9, 9_000))));
        assertEquals("", NodePainter.farthest(List.of()));
    }

    @Test
    void theBreakerSitsOnItsCallWithStateAndSecondsLeft() {
        EdgeFigure.Switch breaker = edge(troubled, "order-service", "user-service").breaker().orElseThrow();
        assertEquals(new EdgeFigure.Switch("order-service->user-service", BreakerPhase.OPEN, "OPEN 21 s"), breaker);
        assertTrue(edge(troubled, "client", "order-service").breaker().isEmpty());
    }

    @Test
    void aFaultOnALinkShowsOnEachLineOfTheLink() {
        assertEquals("800 ± 50 ms", edge(troubled, "order-events", "inventory-service").badge());
        assertEquals("800 ± 50 ms", edge(troubled, "inventory-service", "inventory-events").badge());
        assertEquals("", edge(troubled, "order-events", "payment-service").badge());
    }

    @Test
    void brokersShowWhatReallyRuns() {
        assertEquals(List.of("Qpid Broker-J 10.1.0 (RabbitMQ dialect)", "Redis 6.2.11", "mongo-java-server 1.47.0"),
                StageViewModel.brokers(new SagaRun(25, false).at(NOW)).stream().map(BrokerFigure::product).toList());
    }

    private static NodeFigure node(StagePicture picture, String id) {
        NodeFigure figure = picture.nodes().get(id);
        assertNotNull(figure, id);
        return figure;
    }

    private static EdgeFigure edge(StagePicture picture, String from, String to) {
        return picture.edges().stream().filter(figure -> figure.edge().equals(SagaStage.edge(from, to))).findFirst().orElseThrow();
    }
}
