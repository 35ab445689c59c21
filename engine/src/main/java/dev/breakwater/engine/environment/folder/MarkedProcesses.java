package dev.breakwater.engine.environment.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.contract.Variables;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds processes by their run mark, the variable [Variables#RUN_MARK], where the system shows it (Linux: `/proc`).
final class MarkedProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final String MARK = Variables.RUN_MARK + "=";

    private MarkedProcesses() {}

    /// Run → its processes; empty on a system without `/proc`. Neither other users' processes are seen nor those in other containers,
    /// whose marks name pids that mean nothing here.
    static Map<String, List<ProcessHandle>> find() throws IOException {
        Map<String, List<ProcessHandle>> found = new HashMap<>();
        if (!Files.isDirectory(PROC)) return found;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes)
                mark(process).ifPresent(run -> ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                        .ifPresent(handle -> found.computeIfAbsent(run, r -> new ArrayList<>()).add(handle)));
        }
        return found;
    }

    private static Optional<String> mark(Path process) {
        try {
            if (!namespace(process).equals(namespace(PROC.resolve("self")))) return Optional.empty();
            for (String variable : new String(Files.readAllBytes(process.resolve("environ")), UTF_8).split("\0", -1))
                if (variable.startsWith(MARK)) return Optional.of(variable.substring(MARK.length()));
        } catch (IOException e) {
            return Optional.empty(); // ended meanwhile, or somebody else's
        }
        return Optional.empty();
    }

    private static Path namespace(Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve("ns/pid"));
    }
}
