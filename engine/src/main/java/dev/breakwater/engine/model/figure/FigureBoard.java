package dev.breakwater.engine.model.figure;

import java.util.List;

/// All figures of a scenario, renewed four times a second at most.
///
/// @param told by services
public record FigureBoard(List<FigureView> told, List<QueueFigure> queues, List<GroupFigure> groups, List<CallFigure> calls) {
    public static final FigureBoard EMPTY = new FigureBoard(List.of(), List.of(), List.of(), List.of());

    public FigureBoard {
        told = List.copyOf(told);
        queues = List.copyOf(queues);
        groups = List.copyOf(groups);
        calls = List.copyOf(calls);
    }
}
