package dev.breakwater.app.view.breaker;

import dev.breakwater.app.widget.BandPainter;
import dev.breakwater.app.widget.CanvasPane;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.HoverCard;
import dev.breakwater.app.widget.Lettering;
import dev.breakwater.app.widget.Painter;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.app.widget.TimeAxis;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import java.time.Instant;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A breaker's states over time. Height tells them apart without colour: CLOSED is a low line, HALF OPEN stands at half height, OPEN
/// stands full and is hatched; what is wide enough carries its name.
final class StateStrip implements Painter {
    private static final double HATCH = 6;
    private static final ClockText CLOCK = ClockText.local();

    private final CanvasPane pane = new CanvasPane(this);
    private @Nullable BreakerRow row;

    StateStrip() {
        pane.setFocusTraversable(false);
    }

    CanvasPane node() {
        return pane;
    }

    void show(BreakerRow newest) {
        row = newest;
        pane.repaint();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        if (row == null) {
            return;
        }
        TimeAxis time = new TimeAxis(row.fromSecond(), row.toSecond(), 0, width);
        BandPainter.paint(g, row.bands(), time, 0, height, palette);
        g.setFill(palette.faint());
        g.fillRect(0, height - 1, width, 1);
        for (StateSpan span : row.strip()) {
            span(g, span, time, height, palette);
        }
    }

    private static void span(GraphicsContext g, StateSpan span, TimeAxis time, double height, Palette palette) {
        double left = time.x(span.fromSecond());
        double width = Math.max(1.5, time.x(span.toSecond()) - left);
        double tall = switch (span.phase()) {
            case CLOSED -> 4;
            case HALF_OPEN -> height * 0.55;
            case OPEN -> height - 1;
        };
        Color color = color(span.phase(), palette);
        double top = height - tall;
        g.setFill(palette.wash(color, span.phase() == BreakerPhase.CLOSED ? 0.9 : 0.28));
        g.fillRect(left, top, width, tall);
        if (span.phase() == BreakerPhase.OPEN) {
            hatch(g, left, top, width, tall, color, palette);
        }
        if (span.phase() != BreakerPhase.CLOSED) {
            g.setFill(color);
            g.fillRect(left, top, width, 1.5);
            g.fillRect(left, top, 1.5, tall);
        }
        name(g, span, left, width, height, palette);
    }

    private static void hatch(GraphicsContext g, double left, double top, double width, double tall, Color color, Palette palette) {
        g.save();
        g.beginPath();
        g.rect(left, top, width, tall);
        g.clip();
        g.setStroke(palette.wash(color, 0.45));
        g.setLineWidth(1);
        for (double x = left - tall; x < left + width; x += HATCH) {
            g.strokeLine(x, top + tall, x + tall, top);
        }
        g.restore();
    }

    private static void name(GraphicsContext g, StateSpan span, double left, double width, double height, Palette palette) {
        String text = BreakerWords.phase(span.phase());
        if (Lettering.width(text, palette.small()) + 10 > width) {
            return;
        }
        g.setFont(palette.small());
        g.setFill(span.phase() == BreakerPhase.CLOSED ? palette.muted() : palette.text());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, left + 5, span.phase() == BreakerPhase.CLOSED ? height - 12 : height / 2);
    }

    private static Color color(BreakerPhase phase, Palette palette) {
        return switch (phase) {
            case CLOSED -> palette.success();
            case OPEN -> palette.danger();
            case HALF_OPEN -> palette.warning();
        };
    }

    @Override
    public void paintPointer(GraphicsContext g, double width, double height, Palette palette, double x, double y) {
        if (row == null) {
            return;
        }
        TimeAxis time = new TimeAxis(row.fromSecond(), row.toSecond(), 0, width);
        double second = time.second(x);
        HoverCard.hair(g, x, 0, height, palette);
        row.strip().stream().filter(span -> span.fromSecond() <= second && second < span.toSecond()).findFirst().ifPresent(span -> {
            String text = CLOCK.seconds(Instant.ofEpochSecond((long) second)) + "  " + BreakerWords.phase(span.phase());
            double wide = Lettering.width(text, palette.mono()) + 10;
            double left = x + 6 + wide > width ? x - 6 - wide : x + 6;
            g.setFill(palette.surface());
            g.fillRoundRect(left, 2, wide, 18, 5, 5);
            g.setFill(palette.text());
            g.setFont(palette.mono());
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(text, left + 5, 11);
        });
    }
}
