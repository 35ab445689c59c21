package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.broker.Installed;
import dev.breakwater.engine.model.run.PartPhase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The brokers of this machine, where there are any.
@Tag("live")
class InstalledBrokersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern MNESIA = Pattern.compile("LATEST\\.LOG|PREVIOUS\\.LOG|rabbit_durable_queue\\.D.*");

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
            awaitOnDisk(root, BrokerData.QUEUE);
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

    /// RabbitMQ has its messages on disk when it confirms them, but keeps what queues there are in memory for up to two seconds more
    /// (the buffer of Mnesia's log): who kills it before that kills the queue.
    private static void awaitOnDisk(Path root, String queue) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            try (Stream<Path> files = Files.walk(root)) {
                if (files.filter(file -> MNESIA.matcher(file.getFileName().toString()).matches()).anyMatch(file -> holds(file, queue))) {
                    return;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("queue " + queue + " is not in Mnesia's files after " + PATIENCE);
    }

    private static boolean holds(Path file, String name) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name);
        } catch (IOException renamed) {
            return false;
        }
    }

    private static void assumeInstalled(String... programs) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        for (String program : programs)
            assumeTrue(Installed.find(program, path).isPresent(), program + " is not installed on this machine");
    }
}
