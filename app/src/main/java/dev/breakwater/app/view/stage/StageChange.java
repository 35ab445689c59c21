package dev.breakwater.app.view.stage;

import dev.breakwater.app.widget.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// What has to be painted anew to come from one picture to the next. Nearly always that is the inside of some nodes alone,
/// and painting all of it eight times a second would make those frames late.
///
/// @param ground whether lines and frames of nodes change, and so all that stands still
/// @param signs whether something that stands on the lines changes
/// @param nodes whose figures change; empty where the ground is painted anyway
record StageChange(boolean ground, boolean signs, List<String> nodes) {
    /// Pixels by which a line must grow or shrink to be drawn again.
    private static final double WIDTH = 0.25;

    StageChange {
        nodes = List.copyOf(nodes);
    }

    /// @param lines as they are painted
    /// @param before the picture whose nodes are painted or about to be
    static StageChange between(List<EdgeFigure> lines, StagePicture before, StagePicture now) {
        boolean ground = !all(lines, now.edges(), StageChange::sameLine);
        boolean signs = ground || !all(before.edges(), now.edges(), StageChange::sameSign);
        List<String> nodes = new ArrayList<>();
        for (Map.Entry<String, NodeFigure> entry : now.nodes().entrySet()) {
            NodeFigure was = before.nodes().get(entry.getKey());
            ground |= was == null || !sameFrame(was, entry.getValue());
            if (!entry.getValue().equals(was)) {
                nodes.add(entry.getKey());
            }
        }
        return new StageChange(ground, signs, ground ? List.of() : nodes);
    }

    private static boolean all(List<EdgeFigure> before, List<EdgeFigure> now, BiPredicate<EdgeFigure, EdgeFigure> same) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!before.get(i).edge().equals(now.get(i).edge()) || !same.test(before.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLine(EdgeFigure was, EdgeFigure is) {
        return Math.abs(EdgePainter.width(was.ratePerSecond()) - EdgePainter.width(is.ratePerSecond())) < WIDTH
                && (was.ratePerSecond() > 0) == (is.ratePerSecond() > 0)
                && was.cut() == is.cut() && was.open() == is.open() && was.badge().isEmpty() == is.badge().isEmpty();
    }

    private static boolean sameSign(EdgeFigure was, EdgeFigure is) {
        return was.badge().equals(is.badge()) && was.breaker().equals(is.breaker())
                && Rates.text(was.failuresPerSecond()).equals(Rates.text(is.failuresPerSecond()));
    }

    /// Of a node that is down or paused, and of one with a badge, more than the inside changes.
    private static boolean sameFrame(NodeFigure was, NodeFigure is) {
        boolean plain = is.health() != Health.DOWN && is.health() != Health.PAUSED && is.badge().isEmpty();
        return was.equals(is) || (plain && was.health() == is.health() && was.badge().isEmpty());
    }
}
