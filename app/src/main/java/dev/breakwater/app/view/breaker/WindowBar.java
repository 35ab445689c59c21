package dev.breakwater.app.view.breaker;

import dev.breakwater.app.widget.CanvasPane;
import dev.breakwater.app.widget.Painter;
import dev.breakwater.app.widget.Palette;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import javafx.scene.canvas.GraphicsContext;

/// The failure rate of a breaker's window as a bar, with a mark at the rate at which it opens.
final class WindowBar implements Painter {
    private final CanvasPane pane = new CanvasPane(this);
    private BreakerWindow window = BreakerWindow.EMPTY;

    WindowBar() {
        pane.setMinSize(120, 12);
        pane.setPrefSize(150, 12);
        pane.setMaxHeight(12);
        pane.setFocusTraversable(false);
        pane.setMouseTransparent(true);
    }

    CanvasPane node() {
        return pane;
    }

    void show(BreakerWindow now) {
        if (!now.equals(window)) {
            window = now;
            pane.repaint();
        }
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette) {
        double middle = height / 2;
        g.setFill(palette.faint());
        g.fillRoundRect(0, middle - 3, width, 6, 6, 6);
        double rate = window.calls() == 0 ? 0 : Math.clamp(window.failureRatePercent() / 100, 0, 1);
        g.setFill(BreakerWords.over(window) ? palette.danger() : palette.accent());
        g.fillRoundRect(0, middle - 3, width * rate, 6, 6, 6);
        if (window.thresholdPercent() > 0) {
            g.setFill(palette.text());
            g.fillRect(Math.min(width - 2, width * window.thresholdPercent() / 100 - 1), 0, 2, height);
        }
    }
}
