package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.stage.EdgeFigure.Switch;
import dev.breakwater.app.view.stage.layout.Point;
import dev.breakwater.app.view.stage.layout.Route;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Draws lines: the width tells the rate, a gap in it that nothing passes.
final class EdgePainter {
    /// Where on its line a breaker sits; refused messages turn back here.
    static final double SWITCH_AT = 0.5;
    private static final double BADGE_AT = 0.5;
    /// Along these places of a line stand its signs.
    static final List<Double> SIGNS_BETWEEN = List.of(0.4, 0.5, 0.6, 0.7, 0.82);
    private static final double ARROW = 6;
    static final double SWITCH_HEIGHT = 20;
    private final Brush brush;

    EdgePainter(Brush brush) {
        this.brush = brush;
    }

    void line(EdgeFigure edge, Route route, boolean selected, boolean hovered) {
        Color color = brush.ink.of(edge.edge().protocol());
        double width = width(edge.ratePerSecond());
        if (selected || hovered) {
            stroke(route, Ink.wash(selected ? brush.ink.accent() : brush.ink.text(), selected ? 0.35 : 0.15), width + 7, false);
        }
        if (!edge.badge().isEmpty()) {
            stroke(route, Ink.wash(brush.ink.danger(), 0.22), width + 6, false);
        }
        double strength = edge.ratePerSecond() > 0 ? 0.62 : 0.38;
        stroke(route, Ink.wash(color, selected ? 0.95 : strength), width, edge.open() || edge.cut());
        arrow(route, Ink.wash(color, selected ? 1 : 0.85));
    }

    /// What stands on the line: above all nodes, so that nothing hides it.
    ///
    /// @param words whether the failure is told in words, or by its sign alone
    void marks(EdgeFigure edge, Route route, boolean words) {
        edge.breaker().ifPresent(breaker -> toggle(breaker, route.at(SWITCH_AT)));
        if (!edge.badge().isEmpty()) {
            Point at = route.at(edge.breaker().isPresent() ? SIGNS_BETWEEN.getLast() : BADGE_AT);
            if (words) {
                brush.badge(edge.badge(), at.x(), at.y());
            } else {
                brush.fillRound(brush.ink.dangerGround(), at.x() - 8, at.y() - 8, 16, 16, 8);
                brush.flash(at.x(), at.y());
            }
        } else if (edge.failuresPerSecond() > 0 && edge.breaker().isEmpty()) {
            failures(edge, route.at(0.62));
        }
    }

    static boolean hasSign(EdgeFigure edge) {
        return edge.breaker().isPresent() || !edge.badge().isEmpty() || edge.failuresPerSecond() > 0;
    }

    /// The rate in words, where dots do not move.
    void rate(EdgeFigure edge, Route route, double place) {
        if (edge.ratePerSecond() > 0 && edge.breaker().isEmpty() && edge.badge().isEmpty()) {
            Point at = route.at(place);
            pill(Rates.text(edge.ratePerSecond()), at, brush.ink.of(edge.edge().protocol()), brush.ink.line());
        }
    }

    private void failures(EdgeFigure edge, Point at) {
        pill("✕ " + Rates.text(edge.failuresPerSecond()), at, brush.ink.dangerText(), Ink.wash(brush.ink.danger(), 0.6));
    }

    private void pill(String words, Point at, Color text, Color border) {
        Font font = brush.mono(9.5);
        double w = brush.width(words, font) + 10;
        brush.fillRound(brush.ink.ground(), at.x() - w / 2, at.y() - 7.5, w, 15, 7.5);
        brush.strokeRound(border, brush.pixel, at.x() - w / 2, at.y() - 7.5, w, 15, 7.5);
        brush.textCenter(words, font, text, at.x(), at.y(), w);
    }

    /// A switch: closed lies in the line, open stands up, half open is tried.
    private void toggle(Switch breaker, Point at) {
        boolean closed = breaker.phase() == BreakerPhase.CLOSED;
        Color color = switch (breaker.phase()) {
            case CLOSED -> brush.ink.success();
            case OPEN -> brush.ink.danger();
            case HALF_OPEN -> brush.ink.warning();
        };
        Font font = brush.bold(10.5);
        double w = switchWidth(breaker);
        double left = at.x() - w / 2;
        brush.fillRound(brush.ink.ground(), left, at.y() - SWITCH_HEIGHT / 2, w, SWITCH_HEIGHT, 5);
        brush.strokeRound(closed ? brush.ink.line() : color, (closed ? 1.2 : 1.6) * brush.pixel, left, at.y() - SWITCH_HEIGHT / 2, w,
                SWITCH_HEIGHT, 5);
        double lever = switch (breaker.phase()) {
            case CLOSED -> 0;
            case OPEN -> 6;
            case HALF_OPEN -> 3;
        };
        brush.g.setStroke(color);
        brush.g.setLineWidth(1.8);
        brush.g.strokeLine(left + 5, at.y() + 1, left + 10, at.y() + 1);
        brush.g.strokeLine(left + 10, at.y() + 1, left + 18, at.y() + 1 - lever);
        brush.g.strokeLine(left + 19, at.y() + 1, left + 24, at.y() + 1);
        if (!closed) {
            Color words = breaker.phase() == BreakerPhase.OPEN ? brush.ink.dangerText() : brush.ink.warning();
            brush.textCenter(breaker.text(), font, words, left + 14 + w / 2, at.y(), w);
        }
    }

    /// How wide the switch is: in peace it does not speak.
    double switchWidth(Switch breaker) {
        return breaker.phase() == BreakerPhase.CLOSED ? 29 : brush.width(breaker.text(), brush.bold(10.5)) + 38;
    }

    private void stroke(Route route, Color color, double width, boolean gaps) {
        brush.g.setStroke(color);
        brush.g.setLineWidth(width);
        brush.g.setLineDashes(gaps ? new double[] {5, 5} : new double[0]);
        int last = route.points() - 1;
        brush.g.beginPath();
        brush.g.moveTo(route.x(0), route.y(0));
        brush.g.bezierCurveTo(route.control1().x(), route.control1().y(), route.control2().x(), route.control2().y(),
                route.x(last), route.y(last));
        brush.g.stroke();
        brush.g.setLineDashes();
    }

    private void arrow(Route route, Color color) {
        int last = route.points() - 1;
        double dx = route.x(last) - route.x(last - 2);
        double dy = route.y(last) - route.y(last - 2);
        double length = Math.max(0.001, Math.hypot(dx, dy));
        double ux = dx / length * ARROW;
        double uy = dy / length * ARROW;
        double x = route.x(last);
        double y = route.y(last);
        brush.g.setFill(color);
        brush.g.fillPolygon(new double[] {x, x - ux - uy * 0.6, x - ux + uy * 0.6},
                new double[] {y, y - uy + ux * 0.6, y - uy - ux * 0.6}, 3);
    }

    /// One message a second is thin, a thousand a band: the logarithm keeps both on the stage.
    static double width(double perSecond) {
        return 1.3 + 1.1 * Math.log10(1 + perSecond);
    }

    static String spoken(EdgeFigure edge) {
        return Texts.of("stage.edge.spoken", edge.edge().from(), edge.edge().to(), edge.edge().protocol().title(),
                Rates.text(edge.ratePerSecond()));
    }
}
