package dev.breakwater.app.view.stage.layout;

/// The rectangle that a node takes, given by its centre.
public record Box(double centerX, double centerY, double width, double height) {
    public double left() {
        return centerX - width / 2;
    }

    public double top() {
        return centerY - height / 2;
    }

    public double right() {
        return centerX + width / 2;
    }

    public double bottom() {
        return centerY + height / 2;
    }

    public Box movedTo(double x, double y) {
        return new Box(x, y, width, height);
    }

    /// Whether the point lies in it or nearer to it than `margin`.
    public boolean contains(double x, double y, double margin) {
        return x >= left() - margin && x <= right() + margin && y >= top() - margin && y <= bottom() + margin;
    }
}
