package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.EdgeRouter;
import dev.breakwater.app.view.stage.layout.Grid;
import dev.breakwater.app.view.stage.layout.GridLayout;
import dev.breakwater.app.view.stage.layout.Point;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where everything on the stage stands: worked out once for a topology, changed only by the user's hand.
///
/// @param boxes by the node's id
record StagePlan(Topology topology, Map<String, Box> boxes, Map<Edge, Route> routes) {
    static final StagePlan EMPTY = new StagePlan(Topology.EMPTY, Map.of(), Map.of());
    static final double NODE_WIDTH = 150;
    static final double NODE_HEIGHT = 56;
    static final double CLIENT_WIDTH = 112;
    static final double CLIENT_HEIGHT = 46;
    /// One width to height for all windows, so that the picture is the same on each.
    private static final double ASPECT = 1.95;

    StagePlan {
        boxes = Map.copyOf(boxes);
        routes = Map.copyOf(routes);
    }

    /// Takes some 0.1 s: not on the JavaFX thread.
    ///
    /// @param moved where the user has put nodes, by their id
    static StagePlan of(Topology topology, Map<String, Point> moved) {
        Map<String, Point> places = GridLayout.place(topology, Grid.forNodes(topology.nodes().size(), ASPECT));
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            Point place = moved.getOrDefault(node.id(), places.getOrDefault(node.id(), new Point(0, 0)));
            boolean client = node.kind() == NodeKind.CLIENT;
            boxes.put(node.id(), new Box(place.x(), place.y(), client ? CLIENT_WIDTH : NODE_WIDTH, client ? CLIENT_HEIGHT : NODE_HEIGHT));
        }
        return new StagePlan(topology, boxes, EdgeRouter.route(topology.edges(), boxes));
    }

    /// The node moved, the lines drawn anew, everything else as it was.
    StagePlan moved(String node, double x, double y) {
        Box box = boxes.get(node);
        if (box == null) {
            return this;
        }
        Map<String, Box> next = new LinkedHashMap<>(boxes);
        next.put(node, box.movedTo(x, y));
        return new StagePlan(topology, next, EdgeRouter.route(topology.edges(), next));
    }
}
