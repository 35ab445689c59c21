package dev.breakwater.app.view.stage.layout;

/// The side of a node where a line leaves or arrives.
enum Side {
    RIGHT(1, 0),
    LEFT(-1, 0),
    BOTTOM(0, 1),
    TOP(0, -1);

    final int dx;
    final int dy;

    Side(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    boolean upright() {
        return dx != 0;
    }

    /// The point on this side, `part` (0 to 1) of its way from left to right or from top to bottom.
    Point on(Box box, double part) {
        return upright()
                ? new Point(box.centerX() + dx * box.width() / 2, box.top() + part * box.height())
                : new Point(box.left() + part * box.width(), box.centerY() + dy * box.height() / 2);
    }
}
