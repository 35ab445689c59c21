package dev.breakwater.app.view.pattern;

import dev.breakwater.app.widget.CanvasPane;
import dev.breakwater.app.widget.Painter;
import dev.breakwater.app.widget.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// The last minute of a row, second by second, on the scale of its section; a gap where nothing is known.
final class MinuteCurve implements Painter {
    private static final double MARGIN = 2;
    private final CanvasPane pane = new CanvasPane(this);
    private List<Double> minute = List.of();
    private double most;

    MinuteCurve() {
        pane.setFocusTraversable(false);
        pane.setMouseTransparent(true);
    }

    CanvasPane node() {
        return pane;
    }

    void show(List<Double> values, double fullHeight) {
        if (!values.equals(minute) || fullHeight != most) {
            minute = values;
            most = fullHeight;
            pane.repaint();
        }
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        double ground = height - MARGIN;
        g.setStroke(palette.faint());
        g.setLineWidth(1);
        g.strokeLine(0, ground + 0.5, width, ground + 0.5);
        double step = width / Math.max(1, minute.size());
        double scale = most > 0 ? (height - 2 * MARGIN) / most : 0;
        g.setStroke(palette.accent());
        g.setFill(palette.accent());
        g.setLineWidth(1.3);
        boolean drawing = false;
        g.beginPath();
        for (int i = 0; i < minute.size(); i++) {
            double value = minute.get(i);
            double x = (i + 0.5) * step;
            double y = ground - Math.max(0, value) * scale;
            if (!Double.isNaN(value)) {
                if (drawing) {
                    g.lineTo(x, y);
                } else {
                    g.moveTo(x, y);
                    // a second that stands alone is a dot
                    g.fillOval(x - 0.9, y - 0.9, 1.8, 1.8);
                }
            }
            drawing = !Double.isNaN(value);
        }
        g.stroke();
    }
}
