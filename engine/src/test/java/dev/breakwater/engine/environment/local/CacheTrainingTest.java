package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.environment.aot.AotCaches;
import dev.breakwater.engine.environment.program.Jvm;
import dev.breakwater.engine.model.run.PartPhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CacheTrainingTest {
    private final LocalSettings settings;
    private final AotCaches caches;
    private final Path runs;

    CacheTrainingTest(@TempDir Path root) throws Exception {
        settings = TinyShop.settings(root, false, "user-service");
        caches = new AotCaches(settings.cache().aot());
        runs = settings.cache().runs();
    }

    @BeforeAll
    void train() throws Exception {
        new CacheTraining(settings).run();
    }

    @Test
    void nothingIsMissingAfterwardsAndNothingIsLeftBehind() throws Exception {
        assertEquals(List.of(), new CacheTraining(settings).missing());
        try (var left = Files.list(runs)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void partsStartFromTheirCaches() throws Exception {
        assertEquals(PartPhase.READY, phaseOf("user-service"));
        for (String flag : caches.flags(settings.serviceJvm())) assertTrue(flag.startsWith("-XX:AOTCache="), flag);
    }

    @Test
    void aBrokenCacheBreaksNoStart() throws Exception {
        Jvm jvm = settings.serviceJvm();
        Path file = caches.find(jvm).orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "garbage");
        try {
            assertEquals(PartPhase.READY, phaseOf("user-service"));
        } finally {
            Files.write(file, whole);
        }
    }

    @Test
    void aJarThatChangedNeedsANewCache() throws Exception {
        Path jar = settings.serviceJvm().classPath().jars().getFirst();
        FileTime before = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        try {
            assertEquals(List.of(settings.serviceJvm()), new CacheTraining(settings).missing());
        } finally {
            Files.setLastModifiedTime(jar, before);
        }
    }

    private PartPhase phaseOf(String part) throws Exception {
        Recorder recorder = new Recorder();
        try (LocalEnvironment environment = LocalEnvironment.open(settings)) {
            environment.start(Map.of(), recorder::progress, recorder::log);
            environment.parts().forEach(p -> System.out.println(recorder.last(p.name())));
            return recorder.last(part).phase();
        }
    }
}
