package dev.breakwater.engine.environment.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/// The user's cache folder of this program: everything in it can be deleted when no lab runs.
public record CacheFolder(Path root) {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /// `$XDG_CACHE_HOME/breakwater`, else `~/.cache/breakwater`; on macOS `~/Library/Caches/Breakwater`.
    public static CacheFolder ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static CacheFolder of(Map<String, String> variables, String system, Path home) {
        String xdg = variables.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) return new CacheFolder(Path.of(xdg, "breakwater"));
        if (system.startsWith("Mac")) return new CacheFolder(home.resolve("Library/Caches/Breakwater"));
        return new CacheFolder(home.resolve(".cache/breakwater"));
    }

    /// One folder for each run that goes on.
    public Path runs() {
        return root.resolve("runs");
    }

    /// Ahead-of-time caches.
    public Path aot() {
        return root.resolve("aot");
    }

    /// Native programs taken out of jars.
    public Path programs() {
        return root.resolve("programs");
    }

    /// Makes it and its parents when needed; what is new can be entered by its owner only.
    static Path privateFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, OWNER_ONLY);
    }
}
