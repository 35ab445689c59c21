package dev.breakwater.app.view.stage.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GridLayoutTest {
    private static final Grid GRID = Grid.forNodes(SagaStage.TOPOLOGY.nodes().size(), 1.95);

    @Test
    void equalTopologiesGiveEqualPictures() {
        assertEquals(GridLayout.place(SagaStage.TOPOLOGY, GRID), GridLayout.place(SagaStage.TOPOLOGY, GRID));
    }

    @Test
    void noTwoNodesShareACell() {
        Map<String, Point> places = GridLayout.place(SagaStage.TOPOLOGY, GRID);
        assertEquals(SagaStage.TOPOLOGY.nodes().size(), new HashSet<>(places.values()).size());
    }

    @Test
    void theClientStandsLeft() {
        Point client = GridLayout.place(SagaStage.TOPOLOGY, GRID).getOrDefault("client", new Point(-1, -1));
        assertEquals(GRID.pitchX() / 2, client.x());
    }

    @Test
    void noLineOfTheOrderSagaPassesBehindANode() {
        Map<String, Box> boxes = boxes();
        List<String> hidden = new ArrayList<>();
        EdgeRouter.route(SagaStage.TOPOLOGY.edges(), boxes).forEach((edge, route) -> boxes.forEach((id, box) -> {
            boolean other = !id.equals(edge.from()) && !id.equals(edge.to());
            for (int i = 0; i < route.points(); i++) {
                if (other && box.contains(route.x(i), route.y(i), 0)) {
                    hidden.add(edge + " behind " + id);
                    return;
                }
            }
        }));
        assertEquals(List.of(), hidden);
    }

    @Test
    void everyLineBeginsAndEndsAtItsNodes() {
        Map<String, Box> boxes = boxes();
        Map<Edge, Route> routes = EdgeRouter.route(SagaStage.TOPOLOGY.edges(), boxes);
        assertEquals(SagaStage.TOPOLOGY.edges().size(), routes.size());
        routes.forEach((edge, route) -> {
            assertTrue(touches(boxes, edge.from(), route.at(0)), () -> edge + " begins elsewhere");
            assertTrue(touches(boxes, edge.to(), route.at(1)), () -> edge + " ends elsewhere");
        });
    }

    @Test
    void moreNodesThanCellsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GridLayout.place(SagaStage.TOPOLOGY, new Grid(2, 2, 100, 100)));
    }

    @Test
    void anEmptyAndALonelyStageHaveAPlaceToo() {
        assertEquals(Map.of(), GridLayout.place(Topology.EMPTY, Grid.forNodes(0, 2)));
        Topology one = new Topology(List.of(new Node("only", NodeKind.SERVICE, "")), List.of());
        assertEquals(1, GridLayout.place(one, Grid.forNodes(1, 2)).size());
    }

    private static Map<String, Box> boxes() {
        Map<String, Box> boxes = new HashMap<>();
        GridLayout.place(SagaStage.TOPOLOGY, GRID).forEach((id, at) -> boxes.put(id, new Box(at.x(), at.y(), 150, 56)));
        return boxes;
    }

    private static boolean touches(Map<String, Box> boxes, String id, Point point) {
        Box box = boxes.get(id);
        return box != null && box.contains(point.x(), point.y(), 0.5) && !box.contains(point.x(), point.y(), -0.5);
    }
}
