package dev.breakwater.engine.link.bench;

import java.util.List;

/// The same figure from several rounds: its median, and the quartiles as spread.
record Series(List<Double> sorted) {
    Series {
        sorted = sorted.stream().sorted().toList();
    }

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    String text(String format) {
        return (format + " (" + format + "–" + format + ")").formatted(median(), sorted.get(sorted.size() / 4),
                sorted.get(sorted.size() * 3 / 4));
    }
}
