package dev.breakwater.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What the launcher script tells, where this Breakwater lies and when the user called it, and what it wants to be told.
final class Home {
    private static final String FOLDER = "breakwater.home";
    private static final String LAUNCHED = "breakwater.launched.millis";
    private static final String WENT = "breakwater.went";

    private Home() {}

    /// The checkout.
    static Path folder() {
        return Path.of(System.getProperty(FOLDER, "."));
    }

    /// When the launcher script began; without it, when this JVM did.
    static Instant launchedAt() {
        long millis = Long.getLong(LAUNCHED, 0);
        return millis > 0 ? Instant.ofEpochMilli(millis)
                : ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /// Every part has started: what the launcher records of this JVM is worth keeping.
    static void tellItWent() {
        String file = System.getProperty(WENT, "");
        try {
            if (!file.isEmpty()) {
                Files.createFile(Path.of(file));
            }
        } catch (IOException full) {
            // then the recording is thrown away, and the next run makes another
        }
    }
}
