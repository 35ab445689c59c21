package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.BandPainter;
import dev.breakwater.app.widget.CanvasPane;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.LogAxis;
import dev.breakwater.app.widget.Painter;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.app.widget.TimeAxis;
import dev.breakwater.engine.model.latency.LatencyBucket;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Percentiles of several links over time on a log axis, with fault bands and, below, the error rate of all links.
///
/// Cheap on the software pipeline: a line has one point for two pixels at most, the greatest of the seconds that fall there, so
/// that no peak is lost.
public final class LatencyChart implements Painter {
    private static final double GUTTER = 50;
    private static final double STRIP = 18;
    private static final double CLOCK = 15;
    /// Height kept free of lines for the title.
    private static final double TITLE = 18;
    /// Seconds without a call before a line is interrupted.
    private static final int GAP = 5;
    private static final double PIXELS_A_POINT = 2;

    private final CanvasPane pane = new CanvasPane(this);
    private final boolean withErrors;
    private final String title;
    private LatencyPlot plot = LatencyPlot.EMPTY;
    private @Nullable LinkKey highlight;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    /// @param title stands in the corner after the metric: `by link`
    public LatencyChart(boolean withErrors, String title) {
        this.withErrors = withErrors;
        this.title = title;
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(Words.of("latency.spoken"));
    }

    public CanvasPane node() {
        return pane;
    }

    public void show(LatencyPlot newest) {
        plot = newest;
        pane.repaint();
    }

    /// Draws one link's line stronger than the others; null none.
    void highlight(@Nullable LinkKey link) {
        highlight = link;
        pane.repaint();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        TimeAxis time = time(width);
        LogAxis value = value(height);
        g.setLineWidth(1);
        grid(g, time, value, palette);
        BandPainter.paint(g, plot.bands(), time, 1, height - CLOCK, palette);
        for (PlotLine line : plot.lines()) {
            line(g, line, time, value, palette);
        }
        if (withErrors) {
            ErrorStrip.paint(g, plot.errors(), time, value.bottom() + 5, value.bottom() + 5 + STRIP, palette);
        }
        BandPainter.label(g, plot.bands(), time, 14, 2, palette);
        title(g, palette);
        clock(g, time, height, palette);
    }

    @Override
    public void paintPointer(GraphicsContext g, double width, double height, Palette palette, double x, double y) {
        if (plot.lines().isEmpty() || x < GUTTER - 8) {
            return;
        }
        ValueCard.paint(g, plot, time(width), value(height), height - CLOCK, palette, x);
    }

    private TimeAxis time(double width) {
        return new TimeAxis(plot.fromSecond(), plot.toSecond(), GUTTER, width - 1);
    }

    private LogAxis value(double height) {
        return LogAxis.forFastest(plot.fastestNanos(), TITLE, height - CLOCK - (withErrors ? STRIP + 5 : 2));
    }

    private void grid(GraphicsContext g, TimeAxis time, LogAxis value, Palette palette) {
        g.setFont(palette.mono());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        List<Long> decades = value.decades();
        for (long decade : decades) {
            double y = Math.rint(value.y(decade)) + 0.5;
            g.setStroke(palette.wash(palette.faint(), 0.8));
            g.strokeLine(time.left(), y, time.right(), y);
            g.setFill(palette.muted());
            g.fillText(Figures.tick(decade), GUTTER - 6, Math.clamp(y, 6, value.bottom() - 3));
        }
    }

    private void title(GraphicsContext g, Palette palette) {
        g.setFont(palette.bold());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(palette.muted());
        g.fillText(plot.metric().title() + " " + title, GUTTER + 4, 1);
    }

    private void clock(GraphicsContext g, TimeAxis time, double height, Palette palette) {
        g.setFont(palette.mono());
        g.setTextBaseline(VPos.BOTTOM);
        g.setFill(palette.muted());
        long seconds = plot.toSecond() - plot.fromSecond();
        long step = seconds / (time.right() - time.left() < 320 ? 2 : 5);
        for (long ago = 0; ago <= seconds; ago += step) {
            g.setTextAlign(ago == 0 ? TextAlignment.RIGHT : ago == seconds ? TextAlignment.LEFT : TextAlignment.CENTER);
            g.fillText(ago == 0 ? "now" : "-" + Figures.span(ago), time.x(plot.toSecond() - ago), height);
        }
    }

    private void line(GraphicsContext g, PlotLine line, TimeAxis time, LogAxis value, Palette palette) {
        boolean strong = line.link().equals(highlight);
        double opacity = highlight == null || strong ? 1 : 0.3;
        g.setStroke(palette.wash(line.style().color(palette), opacity));
        g.setFill(g.getStroke());
        g.setLineWidth(strong ? 2.6 : 1.5);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setLineDashes(line.style().dashes());
        int points = 0;
        long last = 0;
        for (LatencyBucket bucket : line.buckets()) {
            double x = time.x(bucket.epochSecond() + 0.5);
            double y = value.y(plot.metric().nanos(bucket));
            if (points > 0 && bucket.epochSecond() - last > GAP) {
                stroke(g, points);
                points = 0;
            }
            last = bucket.epochSecond();
            if (points > 0 && x - xs[points - 1] < PIXELS_A_POINT) {
                ys[points - 1] = Math.min(ys[points - 1], y);
                continue;
            }
            points = append(points, x, y);
        }
        stroke(g, points);
        g.setLineDashes();
    }

    private int append(int points, double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2 + 64);
            ys = Arrays.copyOf(ys, points * 2 + 64);
        }
        xs[points] = x;
        ys[points] = y;
        return points + 1;
    }

    private void stroke(GraphicsContext g, int points) {
        if (points == 1) {
            g.fillOval(xs[0] - 1.5, ys[0] - 1.5, 3, 3);
        } else if (points > 1) {
            g.strokePolyline(xs, ys, points);
        }
    }
}
