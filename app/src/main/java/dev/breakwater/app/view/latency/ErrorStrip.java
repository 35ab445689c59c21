package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.app.widget.TimeAxis;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The share of failed calls of each second, as bars under the chart.
final class ErrorStrip {
    /// The strip's full height, unless there were more.
    private static final double LEAST_FULL_PERCENT = 10;

    private ErrorStrip() {}

    static void paint(GraphicsContext g, List<ErrorSecond> errors, TimeAxis time, double top, double bottom, Palette palette) {
        double full = fullPercent(errors);
        g.setStroke(palette.wash(palette.faint(), 0.8));
        g.strokeLine(time.left(), bottom + 0.5, time.right(), bottom + 0.5);
        g.setFill(palette.danger());
        double step = Math.max(1, time.x(time.fromSecond() + 1) - time.left());
        for (ErrorSecond second : errors) {
            if (second.errors() > 0) {
                double height = Math.max(2, (bottom - top) * second.percent() / full);
                g.fillRect(time.x(second.second()), bottom - height, Math.max(1, step - (step > 3 ? 1 : 0)), height);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(palette.small());
        g.setFill(palette.muted());
        g.fillText(Words.of("latency.errors"), time.left() - 6, (top + bottom) / 2);
        worst(g, errors, time, top, palette);
    }

    private static void worst(GraphicsContext g, List<ErrorSecond> errors, TimeAxis time, double top, Palette palette) {
        long calls = errors.stream().mapToLong(ErrorSecond::calls).sum();
        long failed = errors.stream().mapToLong(ErrorSecond::errors).sum();
        if (failed == 0 && calls > 0) {
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.TOP);
            g.setFont(palette.small());
            g.setFill(palette.muted());
            g.fillText(Words.of("latency.noErrors", Figures.count(calls)), time.left() + 4, top + 1);
        }
    }

    static double fullPercent(List<ErrorSecond> errors) {
        return Math.max(LEAST_FULL_PERCENT, errors.stream().mapToDouble(ErrorSecond::percent).max().orElse(0));
    }
}
