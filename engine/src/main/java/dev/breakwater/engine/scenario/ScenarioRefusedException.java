package dev.breakwater.engine.scenario;

import java.util.List;
import java.util.stream.Collectors;

/// A scenario file has mistakes; nothing was started. The message has one line for each.
public final class ScenarioRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ScenarioRefusedException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// In the order of the file.
    public List<Problem> problems() {
        return problems;
    }
}
