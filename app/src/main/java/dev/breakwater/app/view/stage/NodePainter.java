package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Ink;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.stage.NodeFigure.Cursor;
import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;

/// Draws nodes: shapes tell kinds, colours tell protocols, marks and words tell states.
final class NodePainter {
    private static final double PAD = 12;
    /// What the frame takes, at its widest.
    private static final double INSIDE = 2;
    private final Brush brush;

    NodePainter(Brush brush) {
        this.brush = brush;
    }

    void paint(NodeFigure node, Box box, boolean selected, boolean hovered) {
        frame(node, box, selected, hovered);
        content(node, box);
        if (!node.badge().isEmpty() && node.health() != Health.DOWN) {
            brush.badge(node.badge(), box.right() - 26, box.top());
        }
    }

    /// What stands inside the frame, over what stood there; for a node that is well and has no badge.
    void figures(NodeFigure node, Box box) {
        brush.fillRound(brush.ink.panel(), box.left() + INSIDE, box.top() + INSIDE, box.width() - 2 * INSIDE, box.height() - 2 * INSIDE,
                radius(node, box) - INSIDE);
        content(node, box);
    }

    private void content(NodeFigure node, Box box) {
        switch (node.node().kind()) {
            case CLIENT -> client(node, box);
            case SERVICE -> service(node, box);
            case QUEUE -> queue(node, box);
            case STREAM -> stream(node, box);
            case DATABASE -> database(node, box);
        }
    }

    private void frame(NodeFigure node, Box box, boolean selected, boolean hovered) {
        Ink ink = brush.ink;
        double radius = radius(node, box);
        boolean down = node.health() == Health.DOWN;
        if (selected) {
            brush.fillRound(Ink.wash(ink.accent(), 0.25), box.left() - 4, box.top() - 4, box.width() + 8, box.height() + 8, radius + 4);
        }
        brush.fillRound(down ? ink.dangerGround() : ink.panel(), box.left(), box.top(), box.width(), box.height(), radius);
        if (down || node.health() == Health.PAUSED) {
            hatch(box, radius, brush.color(node.health()));
        }
        Color border = selected ? ink.accent() : border(node);
        brush.g.setLineDashes(node.health() == Health.PAUSED || node.health() == Health.STARTING ? new double[] {5, 4} : new double[0]);
        brush.strokeRound(hovered && !selected ? border.interpolate(ink.text(), 0.45) : border, (selected ? 2 : 1.2) * brush.pixel,
                box.left(), box.top(), box.width(), box.height(), radius);
        brush.g.setLineDashes();
    }

    private Color border(NodeFigure node) {
        return switch (node.health()) {
            case DOWN -> brush.ink.danger();
            case PAUSED -> brush.ink.warning();
            default -> node.node().broker().isEmpty() ? brush.ink.line() : Ink.wash(color(node), 0.85);
        };
    }

    private static double radius(NodeFigure node, Box box) {
        return switch (node.node().kind()) {
            case CLIENT -> box.height() / 2;
            case SERVICE, DATABASE -> 9;
            case QUEUE, STREAM -> 6;
        };
    }

    /// What a queue, stream or database is coloured by: its broker.
    private Color color(NodeFigure node) {
        return switch (node.node().broker()) {
            case "rabbitmq" -> brush.ink.of(Protocol.RABBITMQ);
            case "redis" -> brush.ink.of(Protocol.REDIS_STREAMS);
            case "mongodb" -> brush.ink.of(Protocol.MONGODB);
            default -> brush.ink.muted();
        };
    }

    private void hatch(Box box, double radius, Color color) {
        brush.g.setStroke(Ink.wash(color, brush.ink.dark() ? 0.22 : 0.16));
        brush.g.setLineWidth(3);
        double inset = radius * 0.3;
        for (double x = box.left() - box.height() + inset + 8; x < box.right() - inset; x += 12) {
            double fromX = Math.max(x, box.left() + inset);
            double toX = Math.min(x + box.height(), box.right() - inset);
            if (toX > fromX) {
                brush.g.strokeLine(fromX, box.bottom() - (fromX - x), toX, box.bottom() - (toX - x));
            }
        }
    }

    private void client(NodeFigure node, Box box) {
        double room = box.width() - 16;
        brush.textCenter(Texts.of("stage.clients"), brush.bold(12.5), brush.ink.text(), box.centerX(), box.centerY() - 8, room);
        brush.textCenter(node.line(), brush.mono(10.5), brush.ink.muted(), box.centerX(), box.centerY() + 9, room);
    }

    private void service(NodeFigure node, Box box) {
        double mark = node.health() == Health.NONE ? 0 : 14;
        brush.health(node.health(), box.left() + PAD + 3, box.top() + 18);
        brush.name(node.node().id(), 12.5, box.left() + PAD + mark, box.top() + 18, box.width() - PAD - mark - 6);
        Color line = node.health() == Health.DOWN ? brush.ink.dangerText()
                : node.health() == Health.PAUSED ? brush.ink.warning() : brush.ink.muted();
        double room = box.width() - PAD - 8;
        brush.text(node.line(), brush.mono(10.5), line, box.left() + PAD, box.top() + 39, room);
        double left = room - brush.width(node.line(), brush.mono(10.5)) - 10;
        if (!node.spark().isEmpty() && node.health() != Health.DOWN && left > 18) {
            double width = Math.min(44, left);
            spark(node.spark(), brush.color(node.health()), box.right() - 10 - width, box.top() + 31, width, 15);
        }
    }

    private void queue(NodeFigure node, Box box) {
        titled(node, box, color(node));
        double y = box.top() + 29;
        double width = box.width() - 2 * PAD;
        brush.fillRound(brush.ink.ground(), box.left() + PAD, y, width, 17, 8.5);
        brush.strokeRound(brush.ink.line(), brush.pixel, box.left() + PAD, y, width, 17, 8.5);
        double step = (width - 8) / NodeFigure.CELLS;
        for (int i = 0; i < node.filled(); i++) {
            // the consumer takes from the right end
            brush.fillRound(Ink.wash(color(node), 0.9), box.right() - PAD - 4 - (i + 1) * step, y + 3, step - 2, 11, 2);
        }
        if (!quiet(node)) {
            brush.textCenter(node.line(), brush.mono(10), brush.color(node.health()), box.centerX(), y + 8.5, width);
        }
    }

    private void stream(NodeFigure node, Box box) {
        double width = box.width() - 2 * PAD;
        brush.name(node.node().id(), 12, box.left() + PAD, box.top() + 14, width + 4);
        double y = box.top() + 24;
        double step = width / NodeFigure.CELLS;
        for (int i = 0; i < NodeFigure.CELLS; i++) {
            double strength = node.filled() == 0 ? 0.12 : 0.3 + 0.65 * i / NodeFigure.CELLS;
            brush.fillRound(Ink.wash(color(node), strength), box.left() + PAD + i * step, y, step - 2.2, 9, 1.5);
        }
        for (Cursor cursor : node.cursors()) {
            double x = box.right() - PAD - (cursor.cellsBehind() + 0.5) * step - 1;
            brush.g.setFill(cursor.waits() ? brush.ink.warning() : brush.ink.success());
            brush.g.fillPolygon(new double[] {x, x + 3.8, x - 3.8}, new double[] {y + 9.5, y + 15.5, y + 15.5}, 3);
        }
        double line = box.top() + 46;
        if (!quiet(node)) {
            brush.text(node.line(), brush.mono(10), brush.color(node.health()), box.left() + PAD, line, width);
            return;
        }
        double number = brush.width(node.number(), brush.mono(10));
        brush.textRight(node.number(), brush.mono(10), brush.ink.muted(), box.right() - PAD, line);
        Color color = node.cursors().stream().anyMatch(Cursor::waits) ? brush.ink.warning() : brush.ink.muted();
        brush.text(farthest(node.cursors()), brush.mono(9.5), color, box.left() + PAD, line, width - number - 4);
    }

    /// How far the last group is behind: `lag 3 inventory`; else what was given out and left lying: `12 pending 34 s`; else `lag 0`.
    static String farthest(List<Cursor> cursors) {
        return cursors.stream().max(Comparator.comparingLong(Cursor::lag))
                .map(last -> last.lag() == 0 ? left(cursors) : Texts.of("stage.lag.most", last.lag(), last.group()))
                .orElse("");
    }

    private static String left(List<Cursor> cursors) {
        return cursors.stream().filter(Cursor::left).max(Comparator.comparingLong(Cursor::idleMillis))
                .map(last -> Texts.of("stage.left", Figures.count(last.pending()), Figures.time(Duration.ofMillis(last.idleMillis()))))
                .orElse(Texts.of("stage.lag.none"));
    }

    private void database(NodeFigure node, Box box) {
        Color color = color(node);
        double x = box.left() + PAD;
        double y = box.top() + 13;
        brush.g.setStroke(color);
        brush.g.setLineWidth(1.4);
        brush.g.strokeOval(x, y, 20, 8);
        brush.g.strokeLine(x, y + 4, x, y + 24);
        brush.g.strokeLine(x + 20, y + 4, x + 20, y + 24);
        brush.g.strokeArc(x, y + 20, 20, 8, 180, 180, ArcType.OPEN);
        double room = box.width() - PAD - 34;
        brush.name(node.node().id(), 12, x + 28, box.top() + 18, room);
        Color line = quiet(node) ? brush.ink.muted() : brush.color(node.health());
        brush.text(node.line(), brush.mono(10.5), line, x + 28, box.top() + 39, room);
    }

    private void titled(NodeFigure node, Box box, Color number) {
        double right = node.number().isEmpty() ? 0 : brush.width(node.number(), brush.bold(11)) + 6;
        brush.textRight(node.number(), brush.bold(11), number, box.right() - PAD, box.top() + 15);
        brush.name(node.node().id(), 12, box.left() + PAD, box.top() + 15, box.width() - 2 * PAD - right);
    }

    private void spark(List<Double> values, Color color, double x, double y, double width, double height) {
        double most = Math.max(1, values.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        double[] xs = new double[values.size()];
        double[] ys = new double[values.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + width * i / (xs.length - 1);
            ys[i] = y + height - height * values.get(i) / most;
        }
        brush.g.setStroke(Ink.wash(color, 0.85));
        brush.g.setLineWidth(1.3);
        brush.g.strokePolyline(xs, ys, xs.length);
    }

    private static boolean quiet(NodeFigure node) {
        return node.health() == Health.UP || node.health() == Health.NONE;
    }
}
