package dev.breakwater.app.view.breaker;

import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The breakers, and the history of the chosen one. Changes when a breaker or a fault does, and once a second for the strips.
public final class BreakersViewModel {
    private final ObservableList<BreakerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Transition> history = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private List<BreakerView> shown = List.of();
    private List<FaultView> shownFaults = List.of();
    private long shownSecond = -1;

    public ObservableList<BreakerRow> rows() {
        return rows;
    }

    /// Of the chosen breaker, newest first.
    public ObservableList<Transition> history() {
        return history;
    }

    /// Name of the breaker whose history is shown: the one that the user chose, else the one that changed last.
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(String breaker) {
        chosen.set(breaker);
        fillHistory();
    }

    /// Takes the newest state over.
    public void show(RunSnapshot run) {
        boolean same = run.at().getEpochSecond() == shownSecond && run.breakers().equals(shown) && run.faults().equals(shownFaults);
        if (same) {
            return;
        }
        shown = run.breakers();
        shownFaults = run.faults();
        shownSecond = run.at().getEpochSecond();
        List<BreakerRow> now = shown.stream().map(breaker -> BreakerRow.of(breaker, run)).toList();
        if (now.size() == rows.size()) {
            for (int i = 0; i < now.size(); i++) {
                rows.set(i, now.get(i));
            }
        } else {
            rows.setAll(now);
        }
        fillHistory();
    }

    private void fillHistory() {
        if (shown.stream().noneMatch(breaker -> breaker.name().equals(chosen.get()))) {
            chosen.set(lastChanged());
        }
        List<Transition> now = shown.stream().filter(breaker -> breaker.name().equals(chosen.get())).findFirst()
                .map(breaker -> breaker.transitions().reversed()).orElse(List.of());
        if (!now.equals(history)) {
            history.setAll(now);
        }
    }

    private String lastChanged() {
        return shown.stream().filter(breaker -> !breaker.transitions().isEmpty())
                .max((a, b) -> a.transitions().getLast().at().compareTo(b.transitions().getLast().at()))
                .or(() -> shown.stream().findFirst()).map(BreakerView::name).orElse("");
    }
}
