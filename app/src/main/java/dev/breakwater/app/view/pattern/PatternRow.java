package dev.breakwater.app.view.pattern;

import java.util.List;

/// One line of a section.
///
/// @param share how long its bar is, 0 to 1
/// @param figures one for each column of the section, as they are written
/// @param minute what its curve shows, second by second, oldest first; not a number where nothing is known
/// @param more what there is no room for; empty when all is shown
public record PatternRow(String label, double share, List<String> figures, List<Double> minute, String more) {
    public PatternRow {
        figures = List.copyOf(figures);
        minute = List.copyOf(minute);
    }
}
