package dev.breakwater.app.view.timeline;

import dev.breakwater.app.widget.ClockText;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the timeline shows; it changes once a second, and when a fault does.
public final class TimelineViewModel {
    private final ClockText clock;
    private final ReadOnlyObjectWrapper<TimelinePlot> plot = new ReadOnlyObjectWrapper<>(TimelinePlot.EMPTY);
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private List<FaultView> shownFaults = List.of();

    public TimelineViewModel(ClockText clock) {
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<TimelinePlot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /// The run's time of day, empty before it has one.
    public ReadOnlyStringProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// Takes the newest state over.
    public void show(RunSnapshot run) {
        if (run.phase() == RunPhase.IDLE) {
            plot.set(TimelinePlot.EMPTY);
            now.set("");
            return;
        }
        if (run.at().getEpochSecond() == plot.get().toSecond() && run.faults().equals(shownFaults)) {
            return;
        }
        shownFaults = run.faults();
        plot.set(TimelinePlot.of(run));
        now.set(clock.seconds(run.at()));
    }
}
