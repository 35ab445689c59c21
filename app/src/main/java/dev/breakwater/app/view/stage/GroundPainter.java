package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Node;
import java.util.HashSet;
import java.util.Set;

/// Draws all that stands still: lines below, nodes on them; switches and failures above the dots.
final class GroundPainter {
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

    private static boolean is(Selected selected, EdgeFigure edge) {
        return selected instanceof Selected.OfEdge of && of.edge().equals(edge.edge());
    }

    private static boolean is(Selected selected, Node node) {
        return selected instanceof Selected.OfNode of && of.node().id().equals(node.id());
    }
}
