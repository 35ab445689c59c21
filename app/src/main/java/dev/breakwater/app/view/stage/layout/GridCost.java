package dev.breakwater.app.view.stage.layout;

import java.util.BitSet;

/// What makes a picture hard to read, in cells of the grid; all that depends on two cells alone is worked out beforehand.
final class GridCost {
    private static final double BACKWARDS = 0.5;
    private static final double BEHIND_A_NODE = 7;
    private static final double CROSSING = 1.6;
    private static final double TOO_NEAR = 0.34;
    private static final double LONG_LINES = 1.35;
    private static final double UP_AND_DOWN = 0.85;

    private final Grid grid;
    private final int cells;
    private final double[] length;
    private final double[] backwards;
    private final BitSet[] between;

    GridCost(Grid grid) {
        this.grid = grid;
        cells = grid.cells();
        length = new double[cells * cells];
        backwards = new double[cells * cells];
        between = new BitSet[cells * cells];
        for (int from = 0; from < cells; from++) {
            for (int to = 0; to < cells; to++) {
                int dx = grid.column(to) - grid.column(from);
                int dy = grid.row(to) - grid.row(from);
                length[from * cells + to] = Math.pow(Math.abs(dx) + UP_AND_DOWN * Math.abs(dy), LONG_LINES);
                backwards[from * cells + to] = BACKWARDS * Math.max(0, -dx);
                between[from * cells + to] = between(from, to, dx, dy);
            }
        }
    }

    double ofLine(int from, int to, boolean bothWays, BitSet taken) {
        int pair = from * cells + to;
        double cost = length[pair] + (bothWays ? 0 : backwards[pair]);
        BitSet onTheWay = between[pair];
        for (int cell = onTheWay.nextSetBit(0); cell >= 0; cell = onTheWay.nextSetBit(cell + 1)) {
            cost += taken.get(cell) ? BEHIND_A_NODE : 0;
        }
        return cost;
    }

    double ofCrossing(int a, int b, int c, int d) {
        if (a == c || a == d || b == c || b == d) {
            return 0;
        }
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 ? CROSSING : 0;
    }

    /// The cells whose nodes a straight line would pass behind.
    private BitSet between(int from, int to, int dx, int dy) {
        BitSet found = new BitSet(cells);
        double distance = Math.hypot(dx, dy);
        for (int cell = 0; cell < cells; cell++) {
            double px = grid.column(cell) - grid.column(from);
            double py = grid.row(cell) - grid.row(from);
            double along = (px * dx + py * dy) / (distance * distance);
            if (cell != from && cell != to && along > 0 && along < 1 && Math.abs(px * dy - py * dx) / distance < TOO_NEAR) {
                found.set(cell);
            }
        }
        return found;
    }

    /// On which side of the line from `a` to `b` the cell `p` lies: the sign.
    private int side(int a, int b, int p) {
        int abx = grid.column(b) - grid.column(a);
        int aby = grid.row(b) - grid.row(a);
        int apx = grid.column(p) - grid.column(a);
        int apy = grid.row(p) - grid.row(a);
        return Integer.signum(abx * apy - aby * apx);
    }
}
