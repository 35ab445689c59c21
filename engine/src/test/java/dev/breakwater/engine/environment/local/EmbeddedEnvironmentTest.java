package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.probe.HttpProbe;
import dev.breakwater.engine.environment.probe.Readiness;
import dev.breakwater.engine.model.run.PartPhase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedEnvironmentTest {
    private final Recorder recorder = new Recorder();
    private final LocalEnvironment environment;

    EmbeddedEnvironmentTest(@TempDir Path root) throws Exception {
        environment = LocalEnvironment.open(TinyShop.settings(root, false, "user-service", "order-service"));
    }

    @BeforeAll
    void start() throws Exception {
        environment.start(Map.of(), recorder::progress, recorder::log);
    }

    @AfterAll
    void close() {
        environment.close();
    }

    @Test
    void everyPartIsReadyAndSaysWhatItIs() {
        List<PartPhase> started = List.of(PartPhase.WAITING, PartPhase.STARTING, PartPhase.READY);
        for (Part part : environment.parts())
            assertEquals(started, recorder.phases(part.name()).subList(0, 3), part.name());
        assertEquals("Qpid Broker-J 10.1.0 (RabbitMQ dialect)", recorder.last(Addresses.RABBITMQ).product());
        assertEquals("mongo-java-server 1.47.0 (in memory)", recorder.last(Addresses.MONGODB).product());
        assertTrue(recorder.last(Addresses.REDIS).product().matches("Redis 6\\.2\\.\\d+"), recorder.last(Addresses.REDIS).product());
    }

    @Test
    void confirmedMessagesSurviveKill() throws Exception {
        BrokerData data = new BrokerData(environment.addresses());
        data.publish(List.of("1", "2", "3"));
        killAndRestart(Addresses.RABBITMQ);
        assertEquals(List.of("1", "2", "3"), data.consume());
    }

    @Test
    void keysSurviveKill() throws Exception {
        BrokerData data = new BrokerData(environment.addresses());
        data.setKey("saga:1", "active");
        killAndRestart(Addresses.REDIS);
        assertEquals("active", data.getKey("saga:1"));
    }

    @Test
    void mongoServesAgainAfterKill() throws Exception {
        BrokerData data = new BrokerData(environment.addresses());
        data.insert();
        killAndRestart(Addresses.MONGODB);
        assertEquals(1, data.insert(), "it keeps nothing, and its note says so");
    }

    @Test
    void aPausedPartIsStillThereAndGoesOn() throws Exception {
        Part part = part("user-service");
        part.pause();
        assertEquals(PartPhase.PAUSED, recorder.last(part.name()).phase());
        assertTrue(part.alive());
        assertThrows(IOException.class, () -> new HttpProbe(httpPort(part), "").ask());
        part.resume();
        assertEquals(new Readiness.Ready(""), new HttpProbe(httpPort(part), "").ask());
        assertEquals(PartPhase.READY, recorder.last(part.name()).phase());
    }

    @Test
    void aPausedPartCanBeRestarted() throws Exception {
        Part part = part("order-service");
        long before = part.pid();
        part.pause();
        part.restart();
        assertTrue(part.alive());
        assertFalse(before == part.pid());
        assertEquals(PartPhase.READY, recorder.last(part.name()).phase());
    }

    private void killAndRestart(String name) throws Exception {
        Part part = part(name);
        part.kill();
        assertFalse(part.alive());
        recorder.await(name, view -> view.phase() == PartPhase.DEAD);
        part.restart();
        assertEquals(PartPhase.READY, recorder.last(name).phase());
    }

    private int httpPort(Part part) {
        return Objects.requireNonNull(environment.addresses().services().get(part.name())).http();
    }

    private Part part(String name) {
        return environment.parts().stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }
}
