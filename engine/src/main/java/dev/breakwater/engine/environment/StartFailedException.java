package dev.breakwater.engine.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the environment did not start: which, why, what it said last, and what to do.
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String part;
    private final transient List<String> lastLines;
    private final String advice;

    public StartFailedException(String part, String why, List<String> lastLines, String advice, @Nullable Throwable cause) {
        super("%s did not start: %s".formatted(part, why), cause);
        this.part = part;
        this.lastLines = List.copyOf(lastLines);
        this.advice = advice;
    }

    public String part() {
        return part;
    }

    /// The end of its log, oldest first.
    public List<String> lastLines() {
        return lastLines;
    }

    /// What the user can do about it.
    public String advice() {
        return advice;
    }
}
