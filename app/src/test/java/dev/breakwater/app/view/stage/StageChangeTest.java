package dev.breakwater.app.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class StageChangeTest {
    private final StagePicture well = StageViewModel.picture(new SagaRun(25, false).at(SagaRun.START.plusSeconds(30)));
    private final StagePicture troubled = StageViewModel.picture(new SagaRun(25, true).at(SagaRun.START.plusSeconds(30)));

    private static StageChange between(StagePicture before, StagePicture now) {
        return StageChange.between(before.edges(), before, now);
    }

    private StagePicture withOrderService(UnaryOperator<NodeFigure> change) {
        Map<String, NodeFigure> nodes = new HashMap<>(well.nodes());
        nodes.computeIfPresent("order-service", (_, was) -> change.apply(was));
        return new StagePicture(nodes, well.edges());
    }

    private StagePicture withRates(double times) {
        return new StagePicture(well.nodes(), well.edges().stream().map(edge -> new EdgeFigure(edge.edge(), edge.ratePerSecond() * times,
                edge.p99Nanos(), edge.failuresPerSecond(), edge.cut(), edge.badge(), edge.breaker())).toList());
    }

    private static NodeFigure figure(NodeFigure was, String line, Health health, String badge) {
        return new NodeFigure(was.node(), health, line, was.number(), was.filled(), was.cursors(), was.spark(), badge);
    }

    @Test
    void samePictureChangesNothing() {
        assertEquals(new StageChange(false, false, List.of()), between(well, well));
        assertEquals(new StageChange(false, false, List.of()), between(troubled, troubled));
    }

    @Test
    void newFiguresOfANodeAreItsInsideAlone() {
        StagePicture faster = withOrderService(was -> figure(was, "99/s · 1 ms", was.health(), was.badge()));
        assertEquals(new StageChange(false, false, List.of("order-service")), between(well, faster));
    }

    @Test
    void nodeThatGoesDownOrGetsABadgeChangesItsFrame() {
        assertTrue(between(well, withOrderService(was -> figure(was, "down 1 s", Health.DOWN, ""))).ground());
        assertTrue(between(well, withOrderService(was -> figure(was, was.line(), was.health(), "pause"))).ground());
        assertTrue(between(withOrderService(was -> figure(was, was.line(), was.health(), "pause")), well).ground());
        StagePicture down = withOrderService(was -> figure(was, "down 1 s", Health.DOWN, ""));
        assertTrue(between(down, withOrderService(was -> figure(was, "down 2 s", Health.DOWN, ""))).ground());
    }

    @Test
    void lineThatIsALittleBusierStaysAsItIsPainted() {
        assertFalse(between(well, withRates(1.2)).ground());
        assertTrue(between(well, withRates(2)).ground());
        assertTrue(between(well, withRates(0)).ground());
    }

    /// Many small steps are told from what is painted, not from the step before.
    @Test
    void slowGrowthIsSeenInTheEnd() {
        assertTrue(StageChange.between(well.edges(), withRates(1.9), withRates(2)).ground());
    }

    @Test
    void countdownOfABreakerIsASign() {
        StagePicture later = new StagePicture(troubled.nodes(), troubled.edges().stream()
                .map(edge -> new EdgeFigure(edge.edge(), edge.ratePerSecond(), edge.p99Nanos(), edge.failuresPerSecond(), edge.cut(),
                        edge.badge(), edge.breaker().map(on -> new EdgeFigure.Switch(on.name(), on.phase(), "OPEN 20 s")))).toList());
        assertEquals(new StageChange(false, true, List.of()), between(troubled, later));
    }
}
