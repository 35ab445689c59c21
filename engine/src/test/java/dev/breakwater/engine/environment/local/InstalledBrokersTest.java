package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.broker.Installed;
import dev.breakwater.engine.model.run.PartPhase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The brokers of this machine, where there are any.
@Tag("live")
class InstalledBrokersTest {
    @Test
    void keepWhatTheyConfirmedThroughKillAndPause(@TempDir Path root) throws Exception {
        assumeInstalled("rabbitmq-server", "epmd", "redis-server");
        Recorder recorder = new Recorder();
        try (LocalEnvironment environment = LocalEnvironment.open(TinyShop.settings(root, true))) {
            environment.start(Map.of(), recorder::progress, recorder::log);
            assertTrue(recorder.last(Addresses.RABBITMQ).product().startsWith("RabbitMQ "), recorder.last(Addresses.RABBITMQ).product());
            assertTrue(recorder.last(Addresses.REDIS).product().startsWith("Redis "), recorder.last(Addresses.REDIS).product());
            BrokerData data = new BrokerData(environment.addresses());
            data.publish(List.of("1", "2", "3"));
            data.setKey("saga:1", "active");
            for (Part part : environment.parts()) {
                part.kill();
                recorder.await(part.name(), view -> view.phase() == PartPhase.DEAD);
                part.restart();
                part.pause();
                part.resume();
                assertEquals(PartPhase.READY, recorder.last(part.name()).phase());
            }
            assertEquals(List.of("1", "2", "3"), data.consume());
            assertEquals("active", data.getKey("saga:1"));
        }
    }

    private static void assumeInstalled(String... programs) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        for (String program : programs)
            assumeTrue(Installed.find(program, path).isPresent(), program + " is not installed on this machine");
    }
}
