package dev.breakwater.app.view.latency;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.HoverCard;
import dev.breakwater.app.widget.LogAxis;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.app.widget.TimeAxis;
import dev.breakwater.engine.model.latency.LatencyBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// The crosshair and the exact values of the second under the pointer, slowest link first.
final class ValueCard {
    private static final ClockText CLOCK = ClockText.local();

    private ValueCard() {}

    static void paint(GraphicsContext g, LatencyPlot plot, TimeAxis time, LogAxis value, double bottom, Palette palette, double pointerX) {
        long second = Math.min((long) time.second(pointerX), plot.toSecond() - 1);
        double x = time.x(second + 0.5);
        HoverCard.hair(g, x, value.top(), bottom, palette);
        List<HoverCard.Line> lines = new ArrayList<>();
        record Read(PlotLine line, long nanos) {}
        List<Read> reads = new ArrayList<>();
        for (PlotLine line : plot.lines()) {
            Optional<LatencyBucket> bucket = line.at(second);
            bucket.ifPresent(b -> reads.add(new Read(line, plot.metric().nanos(b))));
        }
        reads.sort(Comparator.comparingLong(Read::nanos).reversed());
        for (Read read : reads) {
            var color = read.line().style().color(palette);
            g.setFill(color);
            g.fillOval(x - 3, value.y(read.nanos()) - 3, 6, 6);
            lines.add(new HoverCard.Line(color, read.line().style().dashes(), read.line().link().title(), Figures.time(read.nanos())));
        }
        plot.errors().stream().filter(e -> e.second() == second && e.errors() > 0).findFirst().ifPresent(e -> lines.add(
                new HoverCard.Line(palette.danger(), new double[0], Words.of("latency.errorsOf", e.errors(), e.calls()),
                        Figures.percent(e.percent()))));
        for (FaultBand band : plot.bands()) {
            if (band.fromSecond() <= second + 1 && band.toSecond() >= second) {
                lines.add(new HoverCard.Line(palette.danger(), new double[0], "⚡ " + band.label(), ""));
            }
        }
        String head = CLOCK.seconds(Instant.ofEpochSecond(second)) + "   -" + Figures.span(plot.toSecond() - second);
        HoverCard.paint(g, head, lines, x, bottom, time.right(), palette);
    }
}
