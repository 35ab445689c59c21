package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Point;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes from thing to thing by arrow keys: from a node to the lines beside it, from a line to the node behind it.
final class StageWalk {
    private static final double ASIDE = 2.2;
    private final StageCanvas stage;

    StageWalk(StageCanvas stage) {
        this.stage = stage;
    }

    /// The nearest node or line in this direction; the first node when nothing was selected; null at the rim.
    @Nullable Selected next(Selected from, int dx, int dy) {
        Map<Selected, Point> places = places(stage.plan());
        Point start = places.get(from);
        if (start == null) {
            return places.keySet().stream().findFirst().orElse(null);
        }
        Selected best = null;
        double least = Double.MAX_VALUE;
        for (Map.Entry<Selected, Point> place : places.entrySet()) {
            double ahead = (place.getValue().x() - start.x()) * dx + (place.getValue().y() - start.y()) * dy;
            double aside = Math.abs((place.getValue().x() - start.x()) * dy) + Math.abs((place.getValue().y() - start.y()) * dx);
            double far = ahead + ASIDE * aside;
            if (ahead > 4 && far < least && aside < 1.5 * ahead + 20) {
                least = far;
                best = place.getKey();
            }
        }
        return best;
    }

    private static Map<Selected, Point> places(StagePlan plan) {
        Map<Selected, Point> places = new LinkedHashMap<>();
        for (Node node : plan.topology().nodes()) {
            Box box = plan.boxes().get(node.id());
            if (box != null) {
                places.put(new Selected.OfNode(node), new Point(box.centerX(), box.centerY()));
            }
        }
        for (Edge edge : plan.topology().edges()) {
            Route route = plan.routes().get(edge);
            if (route != null) {
                places.put(new Selected.OfEdge(edge), route.at(0.5));
            }
        }
        return places;
    }
}
