package dev.breakwater.engine.environment.broker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds programs of this machine.
public final class Installed {
    /// Before PATH: Debian's `rabbitmq-server` on PATH is a wrapper that insists on the system's own node.
    private static final List<Path> FIRST = List.of(Path.of("/usr/lib/rabbitmq/bin"));
    private static final List<Path> LAST = Stream.of(
                    "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/opt/homebrew/bin", "/opt/homebrew/sbin",
                    "/opt/homebrew/opt/rabbitmq/sbin", "/usr/local/opt/rabbitmq/sbin")
            .map(Path::of)
            .toList();

    private Installed() {}

    /// @param path the variable PATH
    public static Optional<Path> find(String program, String path) {
        Stream<Path> named = Stream.of(path.split(File.pathSeparator, -1)).filter(entry -> !entry.isBlank()).map(Path::of);
        return Stream.of(FIRST.stream(), named, LAST.stream())
                .flatMap(folders -> folders)
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
