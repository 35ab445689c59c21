package dev.breakwater.app.view.stage;

import java.util.List;
import java.util.Map;

/// All that the stage shows of one snapshot, but for the dots.
public record StagePicture(Map<String, NodeFigure> nodes, List<EdgeFigure> edges) {
    public static final StagePicture EMPTY = new StagePicture(Map.of(), List.of());

    public StagePicture {
        nodes = Map.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
