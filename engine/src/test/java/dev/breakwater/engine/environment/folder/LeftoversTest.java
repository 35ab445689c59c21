package dev.breakwater.engine.environment.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    /// Of a process that began in 1970: surely dead.
    private static final String DEAD = new RunId(ProcessHandle.current().pid() + 1, Instant.EPOCH, "0badcafe").toString();

    private final CacheFolder cache;
    private final Path dead;

    LeftoversTest(@TempDir Path root) {
        cache = new CacheFolder(root);
        dead = cache.runs().resolve(DEAD);
    }

    @Test
    void aDeadLabsFolderGoesAndALivingOnesStays() throws Exception {
        Files.createDirectories(dead.resolve("redis"));
        Files.writeString(dead.resolve("redis/appendonly.aof"), "data");
        try (RunFolder living = RunFolder.create(cache, new Random(1))) {
            Path data = Files.writeString(living.of("redis").resolve("appendonly.aof"), "data");
            assertEquals(List.of(DEAD), runs(Leftovers.sweep(cache)));
            assertFalse(Files.exists(dead));
            assertTrue(Files.exists(data));
        }
        assertEquals(List.of(), runs(Leftovers.find(cache)));
    }

    @Test
    void foreignFilesAreNotTouched() throws Exception {
        Path foreign = Files.createDirectories(cache.runs().resolve("my notes"));
        Leftovers.sweep(cache);
        assertTrue(Files.exists(foreign));
    }

    @Test
    void aRunFolderIsForItsOwnerAlone() throws Exception {
        try (RunFolder folder = RunFolder.create(cache, new Random(1))) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.of("redis").getParent())));
        }
    }

    @Test
    @Tag("live")
    void aProcessThatWasWrittenDownIsEnded() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        Files.createDirectories(dead);
        Files.writeString(RunFolder.processes(dead), new Footprint(sleeper.pid(), RunId.startOf(sleeper.toHandle())) + "\nnonsense\n");
        Leftovers.sweep(cache);
        assertTrue(sleeper.waitFor(5, TimeUnit.SECONDS));
    }

    @Test
    @Tag("live")
    void aProcessWithTheMarkIsEndedWithoutAnyFolder() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("BREAKWATER_RUN", DEAD);
        Process sleeper = builder.start();
        Leftovers.sweep(cache);
        boolean linux = Files.isDirectory(Path.of("/proc/self"));
        assertEquals(linux, sleeper.waitFor(linux ? 5 : 0, TimeUnit.SECONDS));
        sleeper.destroyForcibly();
    }

    @Test
    @Tag("live")
    void anotherProcessWithARecordedPidIsSpared() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        Files.createDirectories(dead);
        Files.writeString(RunFolder.processes(dead), new Footprint(sleeper.pid(), Instant.EPOCH) + "\n");
        Leftovers.sweep(cache);
        assertTrue(sleeper.isAlive());
        sleeper.destroyForcibly();
    }

    private static List<String> runs(List<Leftover> found) {
        return found.stream().map(Leftover::run).filter(DEAD::equals).toList();
    }
}
