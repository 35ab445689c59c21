package dev.breakwater.engine;

import dev.breakwater.engine.environment.StartFailedException;

/// A failed start in words: which part, why, the end of its log, and what to do.
public final class StartFailure {
    private StartFailure() {}

    public static String text(StartFailedException failed) {
        StringBuilder text = new StringBuilder(String.valueOf(failed.getMessage()));
        failed.lastLines().forEach(line -> text.append("\n  | ").append(line));
        return failed.advice().isBlank() ? text.toString() : text.append('\n').append(failed.advice()).toString();
    }
}
