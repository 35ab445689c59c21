package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.program.MissingProgramException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what went wrong at a start into a sentence and an advice.
enum Diagnosis {
    PORT_TAKEN(
            "address already in use|eaddrinuse",
            "a port on 127.0.0.1 was taken by another program just now",
            "start again: the lab takes other ports"),
    DISK_FULL(
            "no space left on device|disk quota exceeded|enospc",
            "the disk is full",
            "free some space, or set XDG_CACHE_HOME to a folder on another disk"),
    NO_PERMISSION(
            "permission denied|accessdenied|operation not permitted|read-only file system",
            "this user lacks a permission",
            "see which file or program the last lines name; `breakwater doctor` checks the folders"),
    NO_MEMORY(
            "cannot allocate memory|insufficient memory|outofmemoryerror|unable to create native thread",
            "the machine has too little memory left",
            "end other programs; the lab needs about 1.2 GB");

    private static final String LOOK = "the last lines of its log tell more; `breakwater doctor` looks at this machine";

    private final Pattern signs;
    private final String why;
    private final String advice;

    /// @param signs pattern of what a log says then, in any case
    Diagnosis(String signs, String why, String advice) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
        this.why = why;
        this.advice = advice;
    }

    /// @return null when nothing known is seen in it
    static @Nullable Diagnosis of(List<String> lines) {
        for (String line : lines.reversed())
            for (Diagnosis known : values()) if (known.signs.matcher(line).find()) return known;
        return null;
    }

    static StartFailedException portTaken(String part, int port) {
        return new StartFailedException(
                part,
                "port " + port + " on 127.0.0.1 is taken by another program",
                List.of(),
                "start again, so that the lab takes other ports; `ss -ltnp 'sport = :%d'` shows who holds it".formatted(port),
                null);
    }

    static StartFailedException ended(String part, int exitCode, List<String> lines) {
        Diagnosis known = of(lines);
        String how = "it ended " + how(exitCode) + " before it was ready";
        return new StartFailedException(
                part, known == null ? how : known.why + " (" + how + ")", lines, known == null ? LOOK : known.advice, null);
    }

    static StartFailedException tooSlow(String part, long seconds, String lastAnswer, List<String> lines) {
        String why = "it was not ready after %d s; last answer: %s".formatted(seconds, lastAnswer);
        return new StartFailedException(part, why, lines, "is the machine very busy? " + LOOK, null);
    }

    static StartFailedException unable(String part, IOException cause) {
        String text = text(cause);
        if (cause instanceof MissingProgramException missing)
            return new StartFailedException(part, text, List.of(), missing.advice(), cause);
        Diagnosis known = of(List.of(text));
        String why = known == null ? text : known.why + ": " + text;
        return new StartFailedException(part, why, List.of(), known == null ? LOOK : known.advice, cause);
    }

    /// Of an exit code as a shell gives it.
    static String how(int exitCode) {
        return switch (exitCode) {
            case 128 + 9 -> "by SIGKILL";
            case 128 + 15 -> "by SIGTERM";
            default -> "with exit code " + exitCode;
        };
    }

    /// An exception of the file system says no more than a path unless asked.
    private static String text(IOException cause) {
        if (cause instanceof AccessDeniedException denied) return "permission denied: " + denied.getFile();
        if (cause instanceof FileSystemException file)
            return Objects.requireNonNullElse(file.getReason(), file.getClass().getSimpleName()) + ": " + file.getFile();
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }
}
