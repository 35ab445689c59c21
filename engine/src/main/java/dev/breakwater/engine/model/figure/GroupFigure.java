package dev.breakwater.engine.model.figure;

import dev.breakwater.engine.model.broker.StreamView;
import java.util.List;

/// A consumer group of a stream, now and in the last minute.
///
/// @param minute entries that the group had not done with (lag and pending) in each of the last 60 whole seconds, oldest first; not a
///     number: not asked
public record GroupFigure(String stream, StreamView.Group group, List<Double> minute) {
    public GroupFigure {
        minute = List.copyOf(minute);
    }
}
