package dev.breakwater.app.widget;

import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A short piece of a chart's line, for its legend.
public final class LineSwatch implements Painter {
    private final CanvasPane pane = new CanvasPane(this);
    private Function<Palette, Color> color = Palette::muted;
    private double[] dashes = new double[0];

    public LineSwatch() {
        pane.setMinSize(22, 10);
        pane.setMaxSize(22, 10);
        pane.setPrefSize(22, 10);
        pane.setFocusTraversable(false);
        pane.setMouseTransparent(true);
    }

    public CanvasPane node() {
        return pane;
    }

    public void show(Function<Palette, Color> newColor, double[] newDashes) {
        color = newColor;
        dashes = newDashes.clone();
        pane.repaint();
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        g.setStroke(color.apply(palette));
        g.setLineWidth(2);
        g.setLineDashes(dashes);
        g.strokeLine(1, height / 2, width - 1, height / 2);
        g.setLineDashes();
    }
}
