package dev.breakwater.app.view.stage.layout;

/// A place on the stage, in its own units: one pixel at zoom 1.
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
