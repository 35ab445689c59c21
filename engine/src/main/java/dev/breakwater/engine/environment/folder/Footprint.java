package dev.breakwater.engine.environment.folder;

import java.time.Instant;
import java.util.Optional;

/// Tells one process from a later one with the same pid.
record Footprint(long pid, Instant start) {
    static Optional<Footprint> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,10}") || !words[1].matches("\\d{1,15}")) return Optional.empty();
        return Optional.of(new Footprint(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
    }

    /// Empty when it has ended.
    Optional<ProcessHandle> process() {
        return RunId.isSame(pid, start);
    }

    @Override
    public String toString() {
        return pid + " " + start.toEpochMilli();
    }
}
