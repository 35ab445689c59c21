package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Node;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/// Draws all that stands still: lines below, nodes on them; switches and failures above the dots.
final class GroundPainter {
    /// What the widest takes: a failure in words.
    private static final double SIGN_WIDTH = 260;
    private final NodePainter nodes;
    private final EdgePainter edges;

    GroundPainter(Brush brush) {
        nodes = new NodePainter(brush);
        edges = new EdgePainter(brush);
    }

    void paint(StagePlan plan, StagePicture picture, Selected selected, Selected hovered) {
        for (EdgeFigure edge : picture.edges()) {
            Route route = plan.routes().get(edge.edge());
            if (route != null) {
                edges.line(edge, route, is(selected, edge), is(hovered, edge));
            }
        }
        for (Node node : plan.topology().nodes()) {
            NodeFigure figure = picture.nodes().get(node.id());
            Box box = plan.boxes().get(node.id());
            if (figure != null && box != null) {
                nodes.paint(figure, box, is(selected, node), is(hovered, node));
            }
        }
    }

    /// The figures of one node, where nothing else has changed.
    void figures(NodeFigure figure, Box box) {
        nodes.figures(figure, box);
    }

    /// What stands on lines. A link carries many of them: its failure is told in words on the first, and by a sign on the others.
    void signs(StagePlan plan, StagePicture picture, boolean still) {
        Set<LinkId> told = new HashSet<>();
        boolean odd = false;
        for (EdgeFigure edge : picture.edges()) {
            Route route = plan.routes().get(edge.edge());
            odd = !odd;
            if (route != null) {
                if (still) {
                    edges.rate(edge, route, odd ? 0.4 : 0.6);
                }
                edges.marks(edge, route, told.add(edge.edge().link()));
            }
        }
    }

    /// The part of the screen that the signs take, with some room around them; empty when there are none.
    static Rectangle2D placeOfSigns(StagePlan plan, StagePicture picture, Camera camera, boolean still) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (EdgeFigure edge : picture.edges()) {
            Route route = plan.routes().get(edge.edge());
            if (route == null || !(still || EdgePainter.hasSign(edge))) {
                continue;
            }
            for (double place : EdgePainter.SIGNS_BETWEEN) {
                left = Math.min(left, route.xAt(place));
                right = Math.max(right, route.xAt(place));
                top = Math.min(top, route.yAt(place));
                bottom = Math.max(bottom, route.yAt(place));
            }
        }
        if (right < left) {
            return Rectangle2D.EMPTY;
        }
        double x = camera.screenX(left - SIGN_WIDTH / 2);
        double y = camera.screenY(top - EdgePainter.SWITCH_HEIGHT);
        return new Rectangle2D(x, y, camera.screenX(right + SIGN_WIDTH / 2) - x, camera.screenY(bottom + EdgePainter.SWITCH_HEIGHT) - y);
    }

    private static boolean is(Selected selected, EdgeFigure edge) {
        return selected instanceof Selected.OfEdge of && of.edge().equals(edge.edge());
    }

    private static boolean is(Selected selected, Node node) {
        return selected instanceof Selected.OfNode of && of.node().id().equals(node.id());
    }
}
