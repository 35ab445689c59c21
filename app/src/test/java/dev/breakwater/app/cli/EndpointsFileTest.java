package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointsFileTest {
    @Test
    void onlyItsOwnerCanReadItAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("endpoints.json");
        Files.writeString(file, "old, and readable by all");
        EndpointsFile.write(file, "{}");
        assertEquals("{}", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
