package dev.breakwater.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// A file with secrets: its owner alone can read it, and whoever waits for it never sees half of it.
final class EndpointsFile {
    private EndpointsFile() {}

    /// Complains before anything starts when it could not be written later.
    static void checkPlace(Path file) throws BadInputException {
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            throw new BadInputException("--endpoints: %s is a folder".formatted(file));
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--endpoints: there is no folder %s".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new BadInputException("--endpoints: nothing can be written in %s".formatted(folder));
        }
    }

    /// Writes beside it first and then renames.
    static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder(file), "." + name(file), ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path folder(Path file) {
        @Nullable Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static String name(Path file) {
        @Nullable Path name = file.getFileName();
        return name == null ? "endpoints" : name.toString();
    }
}
