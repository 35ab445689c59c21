package dev.breakwater.engine.model.figure;

import dev.breakwater.engine.model.broker.QueueView;
import java.util.List;

/// A queue, now and in the last minute.
///
/// @param minute messages that were ready in each of the last 60 whole seconds, oldest first; not a number: not asked
public record QueueFigure(QueueView queue, List<Double> minute) {
    public QueueFigure {
        minute = List.copyOf(minute);
    }
}
