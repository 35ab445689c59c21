package dev.breakwater.engine.model.topology;

import java.util.List;

/// What the stage draws: fixed for a scenario, so that the picture does not jump.
public record Topology(List<Node> nodes, List<Edge> edges) {
    public static final Topology EMPTY = new Topology(List.of(), List.of());

    public Topology {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
