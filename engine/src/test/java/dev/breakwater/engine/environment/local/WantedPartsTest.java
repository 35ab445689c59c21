package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.model.run.PartPhase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real Redis, and tiny services.
@Tag("live")
@Timeout(120)
final class WantedPartsTest {
    private static final String SERVICE = "user-service";

    @TempDir
    private Path root = Path.of(".");
    private final Recorder recorder = new Recorder();

    /// What is not wanted does not run, what is wanted again stays the same process, what is wanted no more ends.
    @Test
    void onlyWhatIsWantedRuns() throws Exception {
        try (LocalEnvironment environment = LocalEnvironment.open(TinyShop.settings(root, false, SERVICE, "order-service"))) {
            environment.start(Set.of("redis", SERVICE), _ -> Map.of(), recorder::progress, recorder::log);
            assertEquals(Set.of("redis", SERVICE), alive(environment));
            long redis = pid(environment, "redis");
            environment.start(Set.of("redis", "order-service"), _ -> Map.of(), recorder::progress, recorder::log);
            assertEquals(Set.of("redis", "order-service"), alive(environment));
            assertEquals(redis, pid(environment, "redis"));
            recorder.await(SERVICE, view -> view.phase() == PartPhase.STOPPED);
            environment.start(Set.of("redis", SERVICE), _ -> Map.of(), recorder::progress, recorder::log);
            assertEquals(Set.of("redis", SERVICE), alive(environment));
        }
    }

    private static Set<String> alive(LocalEnvironment environment) {
        return environment.parts().stream().filter(Part::alive).map(Part::name).collect(Collectors.toSet());
    }

    private static long pid(LocalEnvironment environment, String part) {
        return environment.parts().stream().filter(some -> some.name().equals(part)).findFirst().orElseThrow().pid();
    }
}
