package dev.breakwater.engine.model.figure;

import java.util.List;

/// What services have told of one figure since the scenario began.
///
/// @param name for people
/// @param unit of its values; empty when it is counted
/// @param rows one a label, in the order in which they were first told
public record FigureView(String name, String unit, List<Row> rows) {
    public FigureView {
        rows = List.copyOf(rows);
    }

    /// Whether observations are counted, and their values say nothing.
    public boolean counted() {
        return unit.isEmpty();
    }

    /// All observations with one label. Values are in the figure's unit; not a number is what is not known.
    ///
    /// @param count how many there were
    /// @param perSecond how many a second, in the last 10 whole seconds
    /// @param recent mean of the last 10 whole seconds; not a number when nothing was observed in them
    /// @param p50 off by at most 1.6 %; not a number for counted figures, and when values lay below 0 or above 4.3 million
    /// @param minute each of the last 60 whole seconds, oldest first: how many there were, or the mean (not a number: none)
    public record Row(String label, long count, double perSecond, double recent, double mean, double max, double p50, double p99,
            List<Double> minute) {
        public Row {
            minute = List.copyOf(minute);
        }
    }
}
