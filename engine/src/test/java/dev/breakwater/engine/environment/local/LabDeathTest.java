package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.folder.Leftover;
import dev.breakwater.engine.environment.folder.Leftovers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A lab that is ended by `kill -9` at any moment takes its processes with it, and the next one removes its folder.
@Tag("live")
class LabDeathTest {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);
    private final CacheFolder cache;
    private final Path root;

    LabDeathTest(@TempDir Path root) {
        this.root = root;
        this.cache = new CacheFolder(root.resolve("cache"));
    }

    @ParameterizedTest
    @CsvSource({"READY, embedded, run", "READY, embedded, pause", "OPEN, embedded, run", "READY, installed, run"})
    void allItsProcessesEndWithIt(String moment, String brokers, String then) throws Exception {
        Process lab = lab(brokers, then);
        try (BufferedReader output = lab.inputReader(StandardCharsets.UTF_8)) {
            awaitLine(output, moment);
            if (moment.equals("OPEN")) awaitSomeChild(lab);
            List<ProcessHandle> children = lab.descendants().toList();
            assertFalse(children.isEmpty());
            lab.destroyForcibly();
            assertGone(children);
        } finally {
            lab.destroyForcibly().waitFor();
        }
        sweepLeavesNothing(lab.pid());
    }

    @Test
    void aLivingLabIsNotTouched() throws Exception {
        try (LocalEnvironment mine = LocalEnvironment.open(TinyShop.settings(root, false, "user-service"))) {
            Process other = lab("embedded", "run");
            try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
                awaitLine(output, "OPEN");
                assertEquals(List.of(), ofThisTest(Leftovers.sweep(cache)));
                awaitLine(output, "READY");
                assertEquals(List.of(), ofThisTest(Leftovers.sweep(cache)));
                assertTrue(other.descendants().count() >= 4);
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertEquals(1, ofThisTest(Leftovers.sweep(cache)).size());
            mine.start(Map.of(), view -> {}, (part, line) -> {});
        }
    }

    private Process lab(String brokers, String then) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Dbreakwater.home=" + TinyShop.HOME,
                        "-cp", Objects.requireNonNull(System.getProperty("java.class.path")), FakeLab.class.getName(),
                        root.toString(), brokers, then)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitLine(BufferedReader output, String expected) throws IOException {
        for (String line = output.readLine(); !expected.equals(line); line = output.readLine())
            assertTrue(line != null, "the lab ended before it said " + expected);
    }

    private static void awaitSomeChild(Process lab) {
        while (lab.isAlive() && lab.descendants().count() < 2) Thread.onSpinWait();
    }

    private static void assertGone(List<ProcessHandle> children) throws Exception {
        long deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        for (ProcessHandle child : children) {
            while (runs(child) && System.nanoTime() < deadline) Thread.onSpinWait();
            assertFalse(runs(child), () -> child.info() + " still runs");
        }
    }

    /// A process that has ended and that nobody waited for is still listed.
    private static boolean runs(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!Files.isDirectory(Path.of("/proc/self"))) return process.isAlive();
        try {
            return !Files.readString(status).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private void sweepLeavesNothing(long pid) throws IOException {
        Leftovers.sweep(cache);
        try (var left = Files.list(cache.runs())) {
            assertEquals(List.of(), left.filter(file -> file.getFileName().toString().startsWith(pid + "-")).toList());
        }
    }

    /// Other labs of this machine may have died meanwhile.
    private List<Leftover> ofThisTest(List<Leftover> found) {
        return found.stream().filter(leftover -> leftover.folders().stream().anyMatch(folder -> folder.startsWith(root))).toList();
    }
}
