package dev.breakwater.app.cli;

import java.nio.file.Path;
import java.time.Instant;

/// Where this Breakwater lies, and when the user called it: both are told by the launcher script.
final class Home {
    private static final String FOLDER = "breakwater.home";
    private static final String LAUNCHED = "breakwater.launched.millis";

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
}
