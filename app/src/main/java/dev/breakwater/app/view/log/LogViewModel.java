package dev.breakwater.app.view.log;

import dev.breakwater.engine.model.run.LogLine;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The lines of all processes, filtered. While it does not follow, the list stands still and new lines are counted only.
public final class LogViewModel {
    /// Stands for every part in the filter.
    public static final String ALL = "*";

    private final StringProperty part = new SimpleStringProperty(ALL);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper();
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<String> parts = FXCollections.observableArrayList(ALL);
    private List<LogLine> all = List.of();
    private long taken;

    public LogViewModel() {
        part.subscribe(_ -> rebuild());
        text.subscribe(_ -> rebuild());
        follow.subscribe(on -> {
            if (on) {
                append();
            }
        });
    }

    /// Name of a part, or [#ALL].
    public StringProperty partProperty() {
        return part;
    }

    /// Part of a line; the case of letters does not matter.
    public StringProperty textProperty() {
        return text;
    }

    public BooleanProperty followProperty() {
        return follow;
    }

    /// Matching lines that came while it did not follow.
    public ReadOnlyLongProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Oldest first.
    public ObservableList<LogLine> lines() {
        return lines;
    }

    /// [#ALL], then every part that runs or wrote something, by name.
    public ObservableList<String> parts() {
        return parts;
    }

    /// The lines as text, as they are copied.
    static String text(List<LogLine> chosen) {
        return chosen.stream().map(line -> "%s %s %s".formatted(line.at(), line.part(), line.text())).collect(Collectors.joining("\n"));
    }

    /// Takes the newest state over.
    public void show(RunSnapshot run) {
        boolean restarted = !run.log().isEmpty() && run.log().getLast().sequence() < taken;
        if (run.log().equals(all)) {
            return;
        }
        all = run.log();
        fillParts(run);
        if (restarted) {
            rebuild();
        } else if (follow.get()) {
            append();
        } else {
            waiting.set(newer().size());
        }
    }

    private void rebuild() {
        lines.setAll(all.stream().filter(this::matches).toList());
        taken = all.isEmpty() ? 0 : all.getLast().sequence();
        waiting.set(0);
    }

    /// Adds what is new at the end and takes away what the run has forgotten at the beginning.
    private void append() {
        List<LogLine> newer = newer();
        long oldest = all.isEmpty() ? 0 : all.getFirst().sequence();
        int gone = 0;
        while (gone < lines.size() && lines.get(gone).sequence() < oldest) {
            gone++;
        }
        if (gone > 0) {
            lines.remove(0, gone);
        }
        if (!newer.isEmpty()) {
            lines.addAll(newer);
        }
        taken = all.isEmpty() ? taken : all.getLast().sequence();
        waiting.set(0);
    }

    private List<LogLine> newer() {
        List<LogLine> newer = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && all.get(i).sequence() > taken; i--) {
            if (matches(all.get(i))) {
                newer.add(all.get(i));
            }
        }
        return newer.reversed();
    }

    private boolean matches(LogLine line) {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return (part.get().equals(ALL) || part.get().equals(line.part()))
                && (wanted.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void fillParts(RunSnapshot run) {
        TreeSet<String> names = new TreeSet<>(parts);
        run.parts().forEach(known -> names.add(known.name()));
        run.log().forEach(line -> names.add(line.part()));
        int at = 0;
        for (String name : names) {
            if (at == parts.size() || !parts.get(at).equals(name)) {
                parts.add(at, name);
            }
            at++;
        }
    }
}
