package dev.breakwater.app.view.stage.layout;

/// The cells that nodes are put into.
///
/// @param pitchX from the middle of one column to that of the next
/// @param pitchY from the middle of one row to that of the next
public record Grid(int columns, int rows, double pitchX, double pitchY) {
    private static final double NODE_WIDTH = 150;
    private static final double NODE_HEIGHT = 56;
    /// Some cells stay free, so that lines find a way.
    private static final double CELLS_PER_NODE = 1.15;
    private static final double LEAST_GAP = 34;

    public int cells() {
        return columns * rows;
    }

    public int column(int cell) {
        return cell / rows;
    }

    public int row(int cell) {
        return cell % rows;
    }

    public Point center(int cell) {
        return new Point((column(cell) + 0.5) * pitchX, (row(cell) + 0.5) * pitchY);
    }

    /// The grid for `nodes` nodes that leaves most room between them on a stage of this width and height.
    public static Grid forNodes(int nodes, double aspect) {
        Grid best = null;
        for (int columns = 1; columns <= Math.max(1, nodes); columns++) {
            int rows = (int) Math.ceil(Math.max(1, nodes) * CELLS_PER_NODE / columns);
            Grid grid = spread(columns, rows, aspect);
            if (best == null || grid.score() > best.score()) {
                best = grid;
            }
        }
        return best == null ? spread(1, 1, aspect) : best;
    }

    /// Pitches with the least gap in one direction and the rest of the aspect ratio given to the other.
    private static Grid spread(int columns, int rows, double aspect) {
        double width = columns * (NODE_WIDTH + LEAST_GAP);
        double height = rows * (NODE_HEIGHT + LEAST_GAP);
        return width / height < aspect
                ? new Grid(columns, rows, height * aspect / columns, height / rows)
                : new Grid(columns, rows, width / columns, width / aspect / rows);
    }

    /// Gaps as the viewer sees them when the whole grid fills a stage of width 1.
    private double score() {
        double scale = 1 / (columns * pitchX);
        double gap = Math.min(pitchX - NODE_WIDTH, 1.6 * (pitchY - NODE_HEIGHT));
        return scale * (NODE_WIDTH + gap);
    }
}
