package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.view.Selected;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.fault.Target;
import java.util.List;
import java.util.Optional;

/// What the inspector shows of one selection.
///
/// @param key equal for the same selection
/// @param tiles up to four figures
/// @param target what a failure would strike; empty when nothing can
/// @param targetNote what else the target carries; empty when nothing else
/// @param restart the part that is down and can be started again
public record Sheet(String key, String title, String subtitle, List<Tile> tiles, Optional<Why> why, List<Section> sections,
        Optional<Target> target, String targetNote, Optional<String> restart) {
    public Sheet {
        tiles = List.copyOf(tiles);
        sections = List.copyOf(sections);
    }

    /// A figure and its name; `bad` ones are coloured.
    public record Tile(String value, String label, boolean bad) {}

    /// Why a breaker is in its state.
    public record Why(BreakerPhase phase, String headline, List<String> lines) {
        public Why {
            lines = List.copyOf(lines);
        }
    }

    /// Rows or a text under a small heading.
    ///
    /// @param text preformatted; empty when there are rows
    public record Section(String title, List<Row> rows, String text) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /// @param goesTo selected by a click
    /// @param bar for a span: where it lies in its trace
    public record Row(String label, String value, Optional<Selected> goesTo, Optional<Bar> bar) {
        public static Row of(String label, String value) {
            return new Row(label, value, Optional.empty(), Optional.empty());
        }

        public static Row to(String label, String value, Selected goesTo) {
            return new Row(label, value, Optional.of(goesTo), Optional.empty());
        }
    }

    /// The part of a trace that a span takes: from and to in 0 to 1, and how deep it is nested.
    public record Bar(double from, double to, int depth, boolean failed) {}
}
