package dev.breakwater.app.view.pattern;

import java.util.List;

/// One figure, or what is known of all queues, streams or calls.
///
/// @param told whether services tell it; else it follows from what brokers and spans say
/// @param note what it means, for the tooltip; empty when the title says it
/// @param columns titles of the figures of each row
/// @param most the value at which a row's curve is at its full height
public record PatternSection(String title, boolean told, String note, List<String> columns, double most, List<PatternRow> rows) {
    public PatternSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
