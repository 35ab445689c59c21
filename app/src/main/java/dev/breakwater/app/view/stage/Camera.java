package dev.breakwater.app.view.stage;

import dev.breakwater.app.view.stage.layout.Box;
import dev.breakwater.app.view.stage.layout.Point;
import java.util.Collection;

/// How the stage lies under the window: screen = world × scale + offset.
record Camera(double scale, double offsetX, double offsetY) {
    static final Camera START = new Camera(1, 0, 0);
    private static final double LEAST = 0.25;
    private static final double MOST = 4;
    private static final double MOST_WHEN_FITTED = 1.5;

    /// Everything in sight, with `margin` pixels around it.
    static Camera fit(Collection<Box> boxes, double width, double height, double margin) {
        if (boxes.isEmpty() || width <= 2 * margin || height <= 2 * margin) {
            return START;
        }
        double left = boxes.stream().mapToDouble(Box::left).min().orElse(0);
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(1);
        double top = boxes.stream().mapToDouble(Box::top).min().orElse(0);
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(1);
        double scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
        double fitted = Math.clamp(scale, LEAST, MOST_WHEN_FITTED);
        return new Camera(fitted, width / 2 - fitted * (left + right) / 2, height / 2 - fitted * (top + bottom) / 2);
    }

    /// Nearer or farther, so that the place under the pointer stays where it is.
    Camera zoomed(double factor, double screenX, double screenY) {
        double next = Math.clamp(scale * factor, LEAST, MOST);
        double ratio = next / scale;
        return new Camera(next, screenX - ratio * (screenX - offsetX), screenY - ratio * (screenY - offsetY));
    }

    Camera panned(double dx, double dy) {
        return new Camera(scale, offsetX + dx, offsetY + dy);
    }

    double screenX(double worldX) {
        return worldX * scale + offsetX;
    }

    double screenY(double worldY) {
        return worldY * scale + offsetY;
    }

    Point world(double screenX, double screenY) {
        return new Point((screenX - offsetX) / scale, (screenY - offsetY) / scale);
    }
}
