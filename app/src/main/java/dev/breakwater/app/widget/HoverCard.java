package dev.breakwater.app.widget;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// A card of exact values beside a crosshair, painted on a chart's overlay.
public final class HoverCard {
    private static final double ROW = 15;
    private static final double PAD = 8;
    private static final double SWATCH = 16;

    /// One row: a swatch of the line it belongs to, its name, its value.
    public record Line(Color color, List<Double> dashes, String name, String value) {
        public Line(Color color, double[] dashes, String name, String value) {
            this(color, Arrays.stream(dashes).boxed().toList(), name, value);
        }
    }

    private HoverCard() {}

    public static void hair(GraphicsContext g, double x, double top, double bottom, Palette palette) {
        g.setStroke(palette.wash(palette.text(), 0.6));
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x) + 0.5, top, Math.floor(x) + 0.5, bottom);
    }

    /// @param bottom the card does not go below this
    /// @param right nor beyond this
    public static void paint(GraphicsContext g, String head, List<Line> lines, double x, double bottom, double right, Palette palette) {
        int room = Math.max(1, (int) ((bottom - 2 * PAD) / ROW) - 1);
        List<Line> fitting = lines.size() <= room ? lines : lines.subList(0, Math.max(0, room - 1));
        int rows = 1 + fitting.size() + (fitting.size() < lines.size() ? 1 : 0);
        double width = width(head, fitting, palette);
        double height = rows * ROW + PAD;
        double left = x + 12 + width > right ? x - 12 - width : x + 12;
        left = Math.max(2, left);
        g.setFill(palette.surface());
        g.setStroke(palette.faint());
        g.fillRoundRect(left + 0.5, 2.5, width, height, 6, 6);
        g.strokeRoundRect(left + 0.5, 2.5, width, height, 6, 6);
        double y = 2 + PAD / 2;
        text(g, head, left + PAD, y, palette);
        for (Line line : fitting) {
            y += ROW;
            row(g, line, left, width, y, palette);
        }
        if (fitting.size() < lines.size()) {
            text(g, "+ " + (lines.size() - fitting.size()), left + PAD, y + ROW, palette);
        }
    }

    private static double width(String head, List<Line> lines, Palette palette) {
        double widest = Lettering.width(head, palette.mono());
        for (Line line : lines) {
            widest = Math.max(widest, SWATCH + Lettering.width(line.name(), palette.small()) + 14
                    + Lettering.width(line.value(), palette.mono()));
        }
        return widest + 2 * PAD;
    }

    private static void text(GraphicsContext g, String text, double x, double y, Palette palette) {
        g.setFont(palette.mono());
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y + 7);
    }

    private static void row(GraphicsContext g, Line line, double left, double width, double y, Palette palette) {
        g.setStroke(line.color());
        g.setLineWidth(2);
        g.setLineDashes(line.dashes().stream().mapToDouble(Double::doubleValue).toArray());
        g.strokeLine(left + PAD, y + 7, left + PAD + 11, y + 7);
        g.setLineDashes();
        g.setLineWidth(1);
        g.setFill(palette.text());
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(palette.small());
        g.setTextBaseline(VPos.CENTER);
        g.fillText(line.name(), left + PAD + SWATCH, y + 7);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(palette.mono());
        g.fillText(line.value(), left + width - PAD, y + 7);
    }
}
