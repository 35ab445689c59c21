package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.FigureObserved;
import dev.breakwater.engine.model.figure.FigureView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What services tell of what is special about a pattern, figure by figure and label by label.
final class FigureFold {
    static final int FIGURES = 32;
    /// Of one figure. Above that, observations are left out and counted: somebody puts ids into labels.
    static final int LABELS = 32;

    /// The same name with another unit is another figure: values of different units make no sum.
    private record Key(String name, String unit) {}

    private final Map<Key, Map<String, FigureRow>> figures = new LinkedHashMap<>();
    private List<FigureView> view = List.of();

    /// False when there was no room for another figure or label.
    boolean apply(FigureObserved told) {
        Key key = new Key(told.figure(), told.unit());
        Map<String, FigureRow> rows = figures.get(key);
        if (rows == null) {
            if (figures.size() >= FIGURES) {
                return false;
            }
            rows = new LinkedHashMap<>();
            figures.put(key, rows);
        }
        if (!rows.containsKey(told.label()) && rows.size() >= LABELS) {
            return false;
        }
        rows.computeIfAbsent(told.label(), label -> new FigureRow(label, told.unit().isEmpty()))
                .add(told.at().getEpochSecond(), told.value());
        return true;
    }

    /// Brings the view up to `now`; true when that made a difference.
    boolean renew(Instant now) {
        List<FigureView> fresh = figures.entrySet().stream()
                .map(figure -> view(figure.getKey(), figure.getValue(), Minute.filling(now)))
                .collect(Collectors.toUnmodifiableList());
        boolean differs = !fresh.equals(view);
        view = differs ? fresh : view;
        return differs;
    }

    /// As of the last [#renew].
    List<FigureView> view() {
        return view;
    }

    private static FigureView view(Key key, Map<String, FigureRow> rows, long now) {
        return new FigureView(key.name(), key.unit(), rows.values().stream().map(row -> row.view(now)).toList());
    }
}
