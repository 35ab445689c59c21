package dev.breakwater.app.view.timeline;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.BandPainter;
import dev.breakwater.app.widget.CanvasPane;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Lettering;
import dev.breakwater.app.widget.Painter;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.app.widget.TimeAxis;
import dev.breakwater.engine.model.run.RateBucket;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Bars of messages per second, growing up, and of failures, hanging down from the line under them.
final class TimelineChart implements Painter {
    /// Of the height, for failures.
    private static final double BELOW = 0.24;
    private static final double INSET = 3;
    private static final ClockText CLOCK = ClockText.local();

    private final CanvasPane pane = new CanvasPane(this);
    private TimelinePlot plot = TimelinePlot.EMPTY;

    TimelineChart() {
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(Words.of("timeline.spoken"));
    }

    CanvasPane node() {
        return pane;
    }

    void show(TimelinePlot newest) {
        plot = newest;
        pane.repaint();
    }

    private TimeAxis time(double width) {
        return new TimeAxis(plot.fromSecond(), plot.toSecond(), INSET, width - INSET);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        TimeAxis time = time(width);
        double base = Math.rint(height - INSET - (height - 2 * INSET) * BELOW);
        BandPainter.paint(g, plot.bands(), time, INSET - 1, height - INSET + 1, palette);
        double step = time.x(time.fromSecond() + 1) - time.left();
        double bar = Math.max(1, step - (step > 2.5 ? 1 : 0));
        double scale = (base - INSET) / plot.most();
        g.setFill(palette.wash(palette.accent(), 0.55));
        for (RateBucket second : plot.seconds()) {
            double tall = second.messages() == 0 ? 0 : Math.max(1, second.messages() * scale);
            g.fillRect(time.x(second.epochSecond()), base - tall, bar, tall);
        }
        failures(g, time, base, bar, height - INSET - base, palette);
        g.setFill(palette.faint());
        g.fillRect(INSET, base, width - 2 * INSET, 1);
        BandPainter.label(g, plot.bands(), time, INSET - 1, 2, palette);
        if (plot.seconds().isEmpty()) {
            nothing(g, width, base, palette);
            return;
        }
        g.setFill(palette.text());
        g.fillRect(width - INSET - 1, 0, 2, height);
    }

    private static void nothing(GraphicsContext g, double width, double base, Palette palette) {
        g.setFill(palette.muted());
        g.setFont(palette.small());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(Words.of("timeline.empty"), width / 2, base - 2);
    }

    private void failures(GraphicsContext g, TimeAxis time, double base, double bar, double room, Palette palette) {
        long most = plot.seconds().stream().mapToLong(RateBucket::failures).max().orElse(0);
        if (most == 0) {
            return;
        }
        g.setFill(palette.danger());
        for (RateBucket second : plot.seconds()) {
            if (second.failures() > 0) {
                g.fillRect(time.x(second.epochSecond()), base + 1, bar, Math.max(2, room * second.failures() / most));
            }
        }
    }

    @Override
    public void paintPointer(GraphicsContext g, double width, double height, Palette palette, double x, double y) {
        TimeAxis time = time(width);
        long second = Math.min((long) time.second(x), plot.toSecond() - 1);
        Optional<RateBucket> bucket = plot.at(second);
        if (bucket.isEmpty()) {
            return;
        }
        String text = text(second, bucket.get());
        double wide = Lettering.width(text, palette.small()) + 12;
        double middle = time.x(second + 0.5);
        double left = middle + 8 + wide > width ? middle - 8 - wide : middle + 8;
        g.setFill(palette.wash(palette.text(), 0.7));
        g.fillRect(Math.rint(middle), 0, 1, height);
        g.setFill(palette.surface());
        g.setStroke(palette.faint());
        g.fillRoundRect(left, 2.5, wide, 19, 6, 6);
        g.strokeRoundRect(left, 2.5, wide, 19, 6, 6);
        g.setFill(palette.text());
        g.setFont(palette.small());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, left + 6, 12);
    }

    private String text(long second, RateBucket bucket) {
        StringBuilder text = new StringBuilder(CLOCK.seconds(Instant.ofEpochSecond(second))).append("   ")
                .append(Words.of("timeline.read", Figures.count(bucket.messages()), Figures.count(bucket.failures())));
        for (FaultBand band : plot.bands()) {
            if (band.fromSecond() <= second + 1 && band.toSecond() >= second) {
                text.append("   ⚡ ").append(band.label());
            }
        }
        return text.toString();
    }
}
