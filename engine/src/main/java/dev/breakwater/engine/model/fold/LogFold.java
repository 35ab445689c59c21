package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.LineLogged;
import dev.breakwater.engine.model.run.LogLine;
import java.util.List;

/// The newest lines of all processes.
final class LogFold {
    static final int LIMIT = 5_000;
    static final int LINE_CHARS = 4_096;

    private final RecentList<LogLine> lines = new RecentList<>(LIMIT);

    /// Cuts a line after [#LINE_CHARS].
    void apply(LineLogged told) {
        String text = told.text().length() > LINE_CHARS ? told.text().substring(0, LINE_CHARS) + "…" : told.text();
        lines.add(new LogLine(lines.added() + 1, told.at(), told.part(), text));
    }

    List<LogLine> view() {
        return lines.view();
    }
}
