package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.program.Jvm;
import dev.breakwater.engine.model.run.PartPhase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every start that fails names the part, the reason and what to do, and leaves nothing running or lying about.
@Tag("live")
class StartFailureTest {
    private static final String SERVICE = "user-service";
    private final Recorder recorder = new Recorder();
    private final Path root;

    StartFailureTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void aCrashShowsItsLastLines() throws Exception {
        StartFailedException failure = failureOf(TinyShop.settings(root, false, SERVICE), Map.of("TINY", "crash"));
        assertEquals(SERVICE, failure.part());
        assertEquals("user-service did not start: it ended with exit code 2 before it was ready", failure.getMessage());
        assertEquals(List.of("JWT_SECRET is not set"), failure.lastLines());
        assertEquals(PartPhase.FAILED, recorder.last(SERVICE).phase());
    }

    @Test
    void aFailedStartCanBeRetried() throws Exception {
        LocalSettings settings = TinyShop.settings(root, false, SERVICE);
        failureOf(settings, Map.of("TINY", "crash"));
        try (LocalEnvironment again = LocalEnvironment.open(settings)) {
            again.start(Map.of(), recorder::progress, recorder::log);
            assertTrue(again.parts().stream().allMatch(Part::alive));
        }
        assertNothingIsLeft();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (LocalEnvironment environment = LocalEnvironment.open(TinyShop.settings(root, false, SERVICE))) {
            environment.start(Map.of(), recorder::progress, recorder::log);
            int port = Objects.requireNonNull(environment.addresses().services().get(SERVICE)).http();
            Part part = environment.parts().stream().filter(some -> some.name().equals(SERVICE)).findFirst().orElseThrow();
            part.kill();
            recorder.await(SERVICE, view -> view.phase() == PartPhase.DEAD);
            try (ServerSocket thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                StartFailedException failure = assertThrows(StartFailedException.class, part::restart);
                assertEquals("user-service did not start: port %d on 127.0.0.1 is taken by another program".formatted(
                        thief.getLocalPort()), failure.getMessage());
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void anUnbuiltModuleSaysHowToBuildIt() throws Exception {
        LocalSettings built = TinyShop.settings(root, false, SERVICE);
        StartFailedException failure = failureOf(with(built, built.cache(), new Jvm("tiny", root.resolve("nowhere"), List.of())), Map.of());
        assertEquals("user-service did not start: there is no jar in " + root.resolve("nowhere/target"), failure.getMessage());
        assertEquals("build it first: mvn package -DskipTests", failure.advice());
    }

    @Test
    void aCacheFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "");
        LocalSettings settings = TinyShop.settings(root, false, SERVICE);
        StartFailedException failure = assertThrows(StartFailedException.class,
                () -> LocalEnvironment.open(with(settings, new CacheFolder(file.resolve("cache")), settings.serviceJvm())));
        assertEquals("the run folder", failure.part());
        assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()), failure.getMessage());
    }

    private StartFailedException failureOf(LocalSettings settings, Map<String, String> variables) throws Exception {
        LocalEnvironment environment = LocalEnvironment.open(settings);
        StartFailedException failure = assertThrows(StartFailedException.class,
                () -> environment.start(Map.of(SERVICE, variables), recorder::progress, recorder::log));
        assertFalse(environment.parts().stream().anyMatch(Part::alive));
        for (Part part : environment.parts()) assertFalse(recorder.phases(part.name()).contains(PartPhase.DEAD), part.name());
        assertNothingIsLeft();
        return failure;
    }

    private void assertNothingIsLeft() throws IOException {
        try (var left = Files.list(root.resolve("cache/runs"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static LocalSettings with(LocalSettings settings, CacheFolder cache, Jvm jvm) {
        return new LocalSettings(settings.name(), settings.home(), cache, false, settings.services(), jvm, settings.trainingMain(),
                settings.variables(), InstantSource.system());
    }
}
