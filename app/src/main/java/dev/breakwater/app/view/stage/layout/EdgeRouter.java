package dev.breakwater.app.view.stage.layout;

import dev.breakwater.engine.model.topology.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws each line as a curve from side to side of its nodes: first the pair of sides that passes behind fewest nodes and is
/// short, then the lines on one side are spread along it in the order in which they do not cross.
public final class EdgeRouter {
    private static final double BEHIND_A_NODE = 60;
    private static final double MARGIN = 4;
    private static final double BACKWARDS_SIDE = 40;
    private static final double[] REACHES = {1, 0.6, 1.7};
    /// The middle part of a side that lines may use.
    private static final double USED = 0.72;

    private final Map<String, Box> boxes;
    private final Map<End, List<Line>> ends = new LinkedHashMap<>();

    private record End(String node, Side side) {}

    /// @param reach how far the curve swings out, 1 being usual
    private record Line(Edge edge, Side from, Side to, double reach) {}

    private EdgeRouter(Map<String, Box> boxes) {
        this.boxes = boxes;
    }

    /// Edges to or from a node that has no box are left out.
    public static Map<Edge, Route> route(List<Edge> edges, Map<String, Box> boxes) {
        EdgeRouter router = new EdgeRouter(boxes);
        List<Line> lines = new ArrayList<>();
        for (Edge edge : edges) {
            if (boxes.containsKey(edge.from()) && boxes.containsKey(edge.to())) {
                Line line = router.bestSides(edge);
                lines.add(line);
                router.ends.computeIfAbsent(new End(edge.from(), line.from), _ -> new ArrayList<>()).add(line);
                router.ends.computeIfAbsent(new End(edge.to(), line.to), _ -> new ArrayList<>()).add(line);
            }
        }
        Map<Edge, Route> routes = new HashMap<>();
        for (Line line : lines) {
            routes.put(line.edge, router.curve(line));
        }
        return routes;
    }

    private Line bestSides(Edge edge) {
        Line best = new Line(edge, Side.RIGHT, Side.LEFT, 1);
        double least = Double.MAX_VALUE;
        for (Side from : Side.values()) {
            for (Side to : Side.values()) {
                for (double reach : REACHES) {
                    Line line = new Line(edge, from, to, reach);
                    double cost = cost(line);
                    if (cost < least) {
                        least = cost;
                        best = line;
                    }
                }
            }
        }
        return best;
    }

    private double cost(Line line) {
        Box from = box(line.edge.from());
        Box to = box(line.edge.to());
        Point start = line.from.on(from, 0.5);
        Point end = line.to.on(to, 0.5);
        Route route = curve(start, end, line);
        double cost = route.length();
        cost += line.from.dx * (end.x() - start.x()) + line.from.dy * (end.y() - start.y()) < 0 ? BACKWARDS_SIDE : 0;
        cost += line.to.dx * (start.x() - end.x()) + line.to.dy * (start.y() - end.y()) < 0 ? BACKWARDS_SIDE : 0;
        for (Map.Entry<String, Box> other : boxes.entrySet()) {
            boolean own = other.getKey().equals(line.edge.from()) || other.getKey().equals(line.edge.to());
            for (int i = 2; i < route.points() - 2; i++) {
                if (other.getValue().contains(route.x(i), route.y(i), own ? -1 : MARGIN)) {
                    cost += BEHIND_A_NODE;
                }
            }
        }
        return cost;
    }

    private Route curve(Line line) {
        Point start = line.from.on(box(line.edge.from()), part(line, line.edge.from(), line.from));
        Point end = line.to.on(box(line.edge.to()), part(line, line.edge.to(), line.to));
        return curve(start, end, line);
    }

    private static Route curve(Point start, Point end, Line line) {
        Side from = line.from;
        Side to = line.to;
        double pull = line.reach * Math.max(26, 0.45 * start.distance(end));
        double along = from.upright() ? Math.abs(end.x() - start.x()) : Math.abs(end.y() - start.y());
        boolean straightOn = from.dx == -to.dx && from.dy == -to.dy;
        double bend = straightOn ? Math.min(pull, along * 0.6 * line.reach + 4) : pull;
        return Route.cubic(start, start.plus(from.dx * bend, from.dy * bend), end.plus(to.dx * bend, to.dy * bend), end);
    }

    /// The place of a line's end among all that share the side.
    private double part(Line line, String node, Side side) {
        List<Line> sharing = new ArrayList<>(ends.getOrDefault(new End(node, side), List.of()));
        sharing.sort(Comparator.comparingDouble((Line other) -> far(other, node, side)).thenComparing(EdgeRouter::order));
        int place = sharing.indexOf(line);
        return 0.5 + USED * ((place + 0.5) / sharing.size() - 0.5);
    }

    /// Where the other end lies, along the side.
    private double far(Line line, String node, Side side) {
        Box other = box(line.edge.from().equals(node) ? line.edge.to() : line.edge.from());
        return side.upright() ? other.centerY() : other.centerX();
    }

    /// Two lines between the same nodes keep the same order at both ends.
    private static String order(Line line) {
        return line.edge.from() + line.edge.to() + line.edge.protocol();
    }

    private Box box(String node) {
        Box box = boxes.get(node);
        if (box == null) {
            throw new IllegalArgumentException("no box for " + node);
        }
        return box;
    }
}
