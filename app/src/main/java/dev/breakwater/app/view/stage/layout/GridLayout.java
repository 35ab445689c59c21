package dev.breakwater.app.view.stage.layout;

import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Puts each node into a cell of a grid so that lines are short, run to the right, cross little and pass behind no node.
///
/// A scenario is small and full of loops (a service writes a stream that it reads itself), which stretches layered drawings to
/// one long band. So the cells are found by simulated annealing: swap two cells, keep what is better, and sometimes what is
/// worse while it is still hot; the best of some rounds wins. Equal topologies give equal pictures. Takes some 0.1 s for
/// 17 nodes: not on the JavaFX thread.
public final class GridLayout {
    private static final int ROUNDS = 3;
    private static final int STEPS = 12_000;
    private static final double HOT = 6;
    private static final double COLD = 0.02;
    private static final long SEED = 20;

    private final Grid grid;
    private final GridCost cost;
    private final BitSet taken;
    private final int[] cellOf;
    private final int[] nodeAt;
    private final int[][] lines;
    private final BitSet[] linesOf;
    private final BitSet all = new BitSet();
    private final int fixed;
    private final RandomGenerator random = new Random(SEED);

    private GridLayout(Topology topology, Grid grid) {
        this.grid = grid;
        cost = new GridCost(grid);
        taken = new BitSet(grid.cells());
        List<Node> nodes = topology.nodes();
        Map<String, Integer> index = new HashMap<>();
        cellOf = new int[nodes.size()];
        nodeAt = new int[grid.cells()];
        Arrays.fill(nodeAt, -1);
        int client = -1;
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i).id(), i);
            put(i, i);
            client = nodes.get(i).kind() == NodeKind.CLIENT ? i : client;
        }
        fixed = client;
        if (client >= 0) {
            swap(cellOf[client], grid.rows() / 2);
        }
        lines = lines(topology.edges(), index);
        all.set(0, lines.length);
        linesOf = new BitSet[nodes.size()];
        Arrays.setAll(linesOf, _ -> new BitSet());
        for (int i = 0; i < lines.length; i++) {
            linesOf[lines[i][0]].set(i);
            linesOf[lines[i][1]].set(i);
        }
    }

    /// The centre of each node, by its id.
    public static Map<String, Point> place(Topology topology, Grid grid) {
        if (topology.nodes().size() > grid.cells()) {
            throw new IllegalArgumentException("%d nodes do not fit into %d cells".formatted(topology.nodes().size(), grid.cells()));
        }
        GridLayout layout = new GridLayout(topology, grid);
        layout.anneal();
        Map<String, Point> places = new HashMap<>();
        for (int i = 0; i < topology.nodes().size(); i++) {
            places.put(topology.nodes().get(i).id(), grid.center(layout.cellOf[i]));
        }
        return places;
    }

    private void anneal() {
        int[] best = cellOf.clone();
        double least = lineCost() + crossings(all);
        double now = least;
        for (int round = 0; round < ROUNDS && cellOf.length > 1; round++) {
            for (int step = 0; step < STEPS; step++) {
                now = tryOne(now, HOT * Math.pow(COLD / HOT, (double) step / STEPS));
                if (now < least - 1e-9) {
                    least = now;
                    System.arraycopy(cellOf, 0, best, 0, best.length);
                }
            }
        }
        System.arraycopy(best, 0, cellOf, 0, best.length);
    }

    /// Moves a node to any cell, or leaves it; answers with the cost after it.
    private double tryOne(double now, double heat) {
        int node = random.nextInt(cellOf.length);
        int from = cellOf[node];
        int to = random.nextInt(grid.cells());
        if (node == fixed || (fixed >= 0 && nodeAt[to] == fixed) || from == to) {
            return now;
        }
        // only lines of the nodes that move can cross others than before
        BitSet moving = (BitSet) linesOf[node].clone();
        if (nodeAt[to] >= 0) {
            moving.or(linesOf[nodeAt[to]]);
        }
        double before = lineCost() + crossings(moving);
        swap(from, to);
        double change = lineCost() + crossings(moving) - before;
        if (change <= 0 || random.nextDouble() < Math.exp(-change / heat)) {
            return now + change;
        }
        swap(to, from);
        return now;
    }

    private void put(int node, int cell) {
        cellOf[node] = cell;
        nodeAt[cell] = node;
        taken.set(cell);
    }

    private void swap(int from, int to) {
        int moving = nodeAt[from];
        int there = nodeAt[to];
        nodeAt[from] = there;
        nodeAt[to] = moving;
        taken.set(from, there >= 0);
        taken.set(to, moving >= 0);
        if (there >= 0) {
            cellOf[there] = from;
        }
        if (moving >= 0) {
            cellOf[moving] = to;
        }
    }

    private double lineCost() {
        double sum = 0;
        for (int[] line : lines) {
            sum += cost.ofLine(cellOf[line[0]], cellOf[line[1]], line[2] == 1, taken);
        }
        return sum;
    }

    /// Of these lines with each other and with all others, each pair once.
    private double crossings(BitSet some) {
        double sum = 0;
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            int from = cellOf[lines[i][0]];
            int to = cellOf[lines[i][1]];
            for (int j = 0; j < lines.length; j++) {
                if (j < i || !some.get(j)) {
                    sum += cost.ofCrossing(from, to, cellOf[lines[j][0]], cellOf[lines[j][1]]);
                }
            }
        }
        return sum;
    }

    /// Pairs of node numbers, each pair once; the third number is 1 when messages go both ways.
    private static int[][] lines(List<Edge> edges, Map<String, Integer> index) {
        Set<List<Integer>> directed = new HashSet<>();
        List<int[]> found = new ArrayList<>();
        for (Edge edge : edges) {
            Integer from = index.get(edge.from());
            Integer to = index.get(edge.to());
            if (from != null && to != null && !from.equals(to) && directed.add(List.of(from, to))) {
                found.add(new int[] {from, to, 0});
            }
        }
        List<int[]> merged = new ArrayList<>();
        for (int[] line : found) {
            boolean back = directed.contains(List.of(line[1], line[0]));
            if (!back || line[0] < line[1]) {
                merged.add(new int[] {line[0], line[1], back ? 1 : 0});
            }
        }
        return merged.toArray(new int[0][]);
    }
}
