package dev.breakwater.app.view.pattern;

import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The scenario in one sentence, and its figures. Changes when a figure does, four times a second at most.
public final class PatternViewModel {
    private final Function<String, Optional<Scenario>> scenarios;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ObservableList<PatternSection> sections = FXCollections.observableArrayList();
    private FigureBoard shown = FigureBoard.EMPTY;

    /// @param scenarios finds one by its id
    public PatternViewModel(Function<String, Optional<Scenario>> scenarios) {
        this.scenarios = scenarios;
    }

    /// Empty while nothing was started.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Empty for a scenario that is not in the list.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// First what services tell, in the order in which they first told it, then what follows from brokers and calls.
    public ObservableList<PatternSection> sections() {
        return sections;
    }

    /// Takes the newest state over.
    public void show(RunSnapshot run) {
        title.set(run.title());
        summary.set(scenarios.apply(run.scenario()).map(Scenario::summary).orElse(""));
        if (!run.figures().equals(shown)) {
            shown = run.figures();
            List<PatternSection> now = Sections.of(shown);
            if (!now.equals(sections)) {
                sections.setAll(now);
            }
        }
    }
}
