package dev.breakwater.engine.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folder of patterns: each with a `scenario.yaml` is a scenario, known by the folder's name. Nothing has to be registered.
public final class ScenarioFolder {
    public static final String FILE = "scenario.yaml";

    private final Path patterns;

    /// @param home the checkout
    public ScenarioFolder(Path home) {
        this.patterns = home.resolve("samples").resolve("patterns");
    }

    /// The names of all scenarios, sorted.
    public List<String> names() {
        if (!Files.isDirectory(patterns)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(patterns)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(FILE))).map(folder -> folder.getFileName().toString())
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Finds what was named on the command line: a scenario, or else a file.
    ///
    /// @throws NoSuchScenarioException when it is neither
    public Path find(String nameOrFile) throws NoSuchScenarioException {
        if (names().contains(nameOrFile)) {
            return patterns.resolve(nameOrFile).resolve(FILE);
        }
        Path file = path(nameOrFile);
        if (Files.isDirectory(file) && Files.isRegularFile(file.resolve(FILE))) {
            return file.resolve(FILE);
        }
        if (Files.exists(file)) {
            return file;
        }
        throw new NoSuchScenarioException(Spelling.unknown("scenario", nameOrFile, names()) + " (and there is no such file)");
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException odd) {
            return patterns.resolve("no such file");
        }
    }
}
