package dev.breakwater.app.view.startup;

import dev.breakwater.app.view.Words;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.LogLine;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How far the start is, what went wrong, and whose log is open.
public final class StartupViewModel {
    /// Begins the lines of the failed part's log in the run's message: the view shows the log itself.
    private static final String LOG_LINE = "|";

    private final LabCommands lab;
    /// When each part that is starting began to.
    private final Map<String, Instant> began = new HashMap<>();
    private final ReadOnlyObjectWrapper<RunPhase> phase = new ReadOnlyObjectWrapper<>(RunPhase.IDLE);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final StringProperty openLog = new SimpleStringProperty("");
    private final ObservableList<PartRow> brokers = FXCollections.observableArrayList();
    private final ObservableList<PartRow> services = FXCollections.observableArrayList();
    private final ObservableList<LogLine> log = FXCollections.observableArrayList();
    private RunSnapshot run = RunSnapshot.EMPTY;
    private boolean opened;

    public StartupViewModel(LabCommands lab) {
        this.lab = lab;
        openLog.subscribe(_ -> fillLog());
    }

    /// Whether there is something that the window must be covered for.
    public static boolean covers(RunSnapshot run) {
        return run.phase() != RunPhase.RUNNING;
    }

    public ReadOnlyObjectProperty<RunPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// One line: what goes on, or what did not start.
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /// What to know and what to do; several lines after a failure.
    public ReadOnlyStringProperty explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /// Share of parts that are ready, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Name of the part whose log is open; empty when none is.
    public StringProperty openLogProperty() {
        return openLog;
    }

    public ObservableList<PartRow> brokers() {
        return brokers;
    }

    public ObservableList<PartRow> services() {
        return services;
    }

    /// Of the part whose log is open, oldest first.
    public ObservableList<LogLine> log() {
        return log;
    }

    /// Starts the lab, or starts it again.
    public void retry() {
        opened = false;
        openLog.set("");
        lab.start();
    }

    /// Takes the newest state over.
    public void show(RunSnapshot newest) {
        run = newest;
        fill(brokers, true);
        fill(services, false);
        long ready = run.parts().stream().filter(part -> part.phase() == PartPhase.READY).count();
        progress.set(run.parts().isEmpty() ? 0 : (double) ready / run.parts().size());
        describe(ready);
        if (run.phase() == RunPhase.FAILED && !opened) {
            opened = true;
            failed().ifPresent(part -> openLog.set(part.name()));
        }
        fillLog();
        phase.set(run.phase());
    }

    private void describe(long ready) {
        List<String> told = run.message().lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith(LOG_LINE)).toList();
        String rest = told.stream().skip(1).collect(Collectors.joining("\n"));
        switch (run.phase()) {
            case IDLE -> say(Words.of("startup.idle"), Words.of("startup.idleHint"));
            case STARTING -> say(Words.of("startup.starting"), run.parts().isEmpty()
                    ? String.join(" ", told) : Words.of("startup.count", ready, run.parts().size()));
            case RUNNING -> say(Words.of("startup.running"), "");
            case STOPPING -> say(Words.of("startup.stopping"), Words.of("startup.stoppingHint"));
            case FAILED -> say(told.isEmpty() ? failure() : told.getFirst(), rest.isEmpty() ? Words.of("startup.failedHint") : rest);
        }
    }

    private void say(String what, String more) {
        headline.set(what);
        explanation.set(more);
    }

    private String failure() {
        return failed().map(part -> Words.of("startup.partFailed", part.name(), part.message())).orElse(Words.of("startup.labFailed"));
    }

    private Optional<PartView> failed() {
        return run.parts().stream().filter(part -> part.phase() == PartPhase.FAILED)
                .findFirst().or(() -> run.parts().stream().filter(part -> part.phase() == PartPhase.DEAD).findFirst());
    }

    private PartRow row(PartView part) {
        if (part.phase() != PartPhase.STARTING) {
            began.remove(part.name());
        }
        return PartRow.of(part, part.phase() == PartPhase.STARTING ? began.computeIfAbsent(part.name(), _ -> part.since()) : part.since(),
                run.at());
    }

    private void fill(ObservableList<PartRow> rows, boolean ofBrokers) {
        List<PartRow> now = run.parts().stream().filter(part -> part.broker() == ofBrokers)
                .map(this::row).toList();
        if (now.size() != rows.size()) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private void fillLog() {
        List<LogLine> now = run.log().stream().filter(line -> line.part().equals(openLog.get())).toList();
        if (!now.equals(log)) {
            log.setAll(now);
        }
    }

    /// All that somebody who helps would ask for.
    public String details() {
        StringBuilder text = new StringBuilder(headline.get()).append('\n').append(run.message().strip()).append("\n\n");
        text.append(Words.of("startup.detailsHead", run.title(), run.environment(), run.seed(), run.at())).append('\n');
        for (PartView part : run.parts()) {
            text.append("%-24s %-9s %s  %s%n".formatted(part.name(), part.phase(), part.product(), part.message()));
        }
        failed().ifPresent(part -> {
            text.append('\n').append(Words.of("startup.detailsLog", part.name())).append('\n');
            run.log().stream().filter(line -> line.part().equals(part.name())).forEach(line -> text.append(line.text()).append('\n'));
        });
        return text.toString();
    }
}
