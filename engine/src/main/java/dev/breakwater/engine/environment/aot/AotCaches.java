package dev.breakwater.engine.environment.aot;

import dev.breakwater.engine.environment.program.Jvm;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The AOT caches in one folder: `<kind>-<checkout>-<key>.aot`.
public record AotCaches(Path folder) {
    private static final String SUFFIX = ".aot";

    /// The cache that fits just now. Never an error: a JVM starts without one too.
    public Optional<Path> find(Jvm jvm) {
        try {
            return Optional.of(file(jvm)).filter(Files::isRegularFile);
        } catch (IOException e) {
            return Optional.empty(); // not built; the start itself says so
        }
    }

    /// For the command line of a JVM that may use the cache.
    public List<String> flags(Jvm jvm) {
        return find(jvm).map(file -> List.of("-XX:AOTCache=" + file)).orElse(List.of());
    }

    /// Takes a finished cache in and removes those that this checkout had for this kind before.
    public void adopt(Jvm jvm, Path finished) throws IOException {
        Path file = file(jvm);
        Files.createDirectories(folder);
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        try (DirectoryStream<Path> older = Files.newDirectoryStream(folder, prefix(jvm) + "*" + SUFFIX)) {
            for (Path other : older) if (!other.equals(file)) Files.deleteIfExists(other);
        }
    }

    private Path file(Jvm jvm) throws IOException {
        return folder.resolve(prefix(jvm) + CacheKey.of(jvm) + SUFFIX);
    }

    private static String prefix(Jvm jvm) {
        return jvm.name() + "-" + CacheKey.place(jvm) + "-";
    }
}
