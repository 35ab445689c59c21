package dev.breakwater.app.widget;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints fault bands: a wash, an edge where the fault began and ended, and its label where there is room.
public final class BandPainter {
    private static final double LANE = 13;
    private static final String SIGN = "⚡ ";

    private BandPainter() {}

    /// The washes and edges; paint them before the data.
    public static void paint(GraphicsContext g, List<FaultBand> bands, TimeAxis axis, double top, double bottom, Palette palette) {
        for (FaultBand band : bands) {
            double left = axis.x(band.fromSecond());
            double right = Math.max(left + 1, axis.x(band.toSecond()));
            g.setFill(palette.wash(palette.danger(), palette.dark() ? 0.14 : 0.10));
            g.fillRect(left, top, right - left, bottom - top);
            g.setFill(palette.wash(palette.danger(), 0.75));
            if (!band.cutLeft()) {
                g.fillRect(left, top, 1, bottom - top);
            }
            if (!band.open()) {
                g.fillRect(right - 1, top, 1, bottom - top);
            }
        }
    }

    /// The labels, in up to `lanes` rows from `top` down; paint them after the data. A label without room is left out.
    public static void label(GraphicsContext g, List<FaultBand> bands, TimeAxis axis, double top, int lanes, Palette palette) {
        double[] taken = new double[lanes];
        Arrays.fill(taken, Double.NEGATIVE_INFINITY);
        g.setFont(palette.small());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        for (FaultBand band : bands) {
            double start = Math.max(axis.left(), axis.x(band.fromSecond()) + 4);
            boolean whole = Lettering.width(SIGN + band.label(), palette.small()) <= axis.right() - start;
            String text = Lettering.fit(SIGN + (whole ? band.label() : band.shortLabel()), palette.small(), axis.right() - axis.left());
            double width = Lettering.width(text, palette.small()) + 4;
            double left = Math.max(axis.left(), Math.min(start, axis.right() - width));
            int lane = free(taken, left);
            if (lane < 0 || text.isEmpty()) {
                continue;
            }
            taken[lane] = left + width + 6;
            double y = top + 2 + lane * LANE;
            g.setFill(palette.wash(palette.surface(), 0.72));
            g.fillRoundRect(left - 2, y, width + 2, LANE, 4, 4);
            g.setFill(palette.danger().interpolate(palette.text(), 0.35));
            g.fillText(text, left, y);
        }
    }

    private static int free(double[] taken, double left) {
        for (int lane = 0; lane < taken.length; lane++) {
            if (taken[lane] <= left) {
                return lane;
            }
        }
        return -1;
    }
}
