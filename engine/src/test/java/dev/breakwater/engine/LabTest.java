package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Variables;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.fault.FaultRefusedException;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.run.SwitchView;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Without a process; everything else is real.
@Timeout(60)
final class LabTest {
    private final StartFailedException full = new StartFailedException("redis", "No space left on device",
            List.of("Fatal: cannot write", "bye"), "Make room, then start again.", null);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Queue<FakeEnvironment> environments = new ArrayDeque<>();

    @Test
    void aFailedStartSaysWhatAndWhyAndCanBeTriedAgain() throws Exception {
        environments.add(new FakeEnvironment(Optional.of(full), log));
        environments.add(new FakeEnvironment(Optional.empty(), log));
        try (Lab lab = lab()) {
            assertEquals(full, assertThrows(StartFailedException.class, lab::startAndWait));
            RunSnapshot failed = lab.settled();
            assertEquals(RunPhase.FAILED, failed.phase());
            assertEquals("""
                    redis did not start: No space left on device
                      | Fatal: cannot write
                      | bye
                    Make room, then start again.""", failed.message());
            assertEquals(List.of("start", "close"), log);

            lab.startAndWait();
            assertEquals(RunPhase.RUNNING, lab.settled().phase());
            assertEquals("", lab.settled().message());
        }
        assertEquals(List.of("start", "close", "start", "close"), log);
    }

    @Test
    void aMistakeInTheStartIsAFailedStartToo() throws Exception {
        environments.add(new FakeEnvironment(Optional.of(new IllegalStateException("no such part")), log));
        environments.add(new FakeEnvironment(Optional.empty(), log));
        try (Lab lab = lab()) {
            assertTrue(String.valueOf(assertThrows(StartFailedException.class, lab::startAndWait).getMessage()).contains("no such part"));
            assertEquals(RunPhase.FAILED, lab.settled().phase());
            assertEquals(List.of("start", "close"), log);
            lab.startAndWait();
            assertEquals(RunPhase.RUNNING, lab.settled().phase());
        }
    }

    @Test
    void aClosedLabDoesNotStart() throws Exception {
        environments.add(new FakeEnvironment(Optional.empty(), log));
        Lab lab = lab();
        lab.close();
        assertThrows(InterruptedException.class, lab::startAndWait);
        assertEquals(List.of("close"), log);
    }

    @Test
    void servicesAreToldTheLinksAndNeverTheRealAddresses() throws Exception {
        FakeEnvironment environment = new FakeEnvironment(Optional.empty(), log);
        environments.add(environment);
        try (Lab lab = lab()) {
            lab.startAndWait();
            Map<String, String> order = environment.told().getOrDefault("order-service", Map.of());
            URI redis = URI.create(order.getOrDefault(Variables.REDIS_URI, ""));
            assertEquals(":secret@127.0.0.1", redis.getUserInfo() + "@" + redis.getHost());
            assertTrue(redis.getPort() > 1024, redis::toString);
            assertTrue(order.getOrDefault(Variables.PAYMENT_SERVICE_ADDRESS, "").matches("127\\.0\\.0\\.1:\\d+"), order::toString);
            assertTrue(order.getOrDefault(Variables.USER_SERVICE_URL, "").matches("http://127\\.0\\.0\\.1:\\d+"), order::toString);
            String mongo = environment.told().getOrDefault("order-projection", Map.of()).getOrDefault(Variables.MONGODB_URI, "");
            assertTrue(mongo.matches("mongodb://127\\.0\\.0\\.1:\\d+/\\?retryWrites=false") && !mongo.contains(":43/"), mongo);
        }
    }

    @Test
    void tracesAreFoundByTheirId() throws Exception {
        environments.add(new FakeEnvironment(Optional.empty(), log));
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String spans = """
                {"resourceSpans": [{"scopeSpans": [{"spans": [{"traceId": "%s", "spanId": "b7ad6b7169203331", "name": "POST /orders",
                "kind": 2, "startTimeUnixNano": "1000", "endTimeUnixNano": "2000"}]}]}]}""".formatted(trace);
        try (Lab lab = lab(); HttpClient http = HttpClient.newHttpClient()) {
            lab.startAndWait();
            URI traces = URI.create("http://127.0.0.1:" + lab.access().otlpHttp().getPort() + "/v1/traces");
            http.send(HttpRequest.newBuilder(traces).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(spans)).build(), HttpResponse.BodyHandlers.discarding());
            lab.settled();
            assertEquals(List.of("POST /orders"), lab.trace(trace).stream().map(SpanFinished::name).toList());
            assertEquals(List.of(), lab.trace("00000000000000000000000000000000"));
        }
    }

    @Test
    void anOrderThatCannotBeCarriedOutIsShownAsFailed() throws Exception {
        FaultOrder order = new FaultOrder("kill", new Target.OnBroker("redis"), Map.of(), Optional.empty());
        try (Lab lab = lab()) {
            assertThrows(FaultRefusedException.class, () -> lab.injectOrRefuse(order));
            String id = lab.inject(order);
            FaultView view = lab.settled().faults().getFirst();
            assertEquals(id, view.id());
            assertEquals(FaultPhase.FAILED, view.phase());
            assertEquals("nothing can be injected before every part is ready", view.message());
            lab.heal("no such fault");
            lab.healAll();
        }
    }

    @Test
    void stoppingEndsEverythingAndStartingBeginsAnew() throws Exception {
        environments.add(new FakeEnvironment(Optional.empty(), log));
        environments.add(new FakeEnvironment(Optional.empty(), log));
        try (Lab lab = lab()) {
            lab.start();
            lab.stop();
            lab.start();
            LabsForTests.await(lab, run -> log.size() == 3 && run.phase() == RunPhase.RUNNING, Duration.ofSeconds(30));
        }
        assertEquals(List.of("start", "close", "start", "close"), log);
    }

    @Test
    void anotherScenarioGoesOnWithWhatThereIs() throws Exception {
        FakeEnvironment environment = new FakeEnvironment(Optional.empty(), log);
        environments.add(environment);
        try (Lab lab = lab()) {
            lab.startAndWait();
            assertEquals("on", environment.told().getOrDefault("order-service", Map.of()).get("SWITCH_FEATURE_SAGA"));
            lab.openAndWait(LabsForTests.scenario("service-call"));
            RunSnapshot run = lab.settled();
            assertEquals("service-call", run.scenario());
            assertEquals(RunPhase.RUNNING, run.phase());
            assertEquals("off", environment.told().getOrDefault("order-service", Map.of()).get("SWITCH_FEATURE_SAGA"));
            assertTrue(run.switches().contains(new SwitchView("order-service", "user-call.timeout-millis", "5000", "")),
                    () -> run.switches().toString());
        }
        assertEquals(List.of("start", "start", "close"), log);
    }

    private Lab lab() throws Exception {
        return new Lab(LabsForTests.settings("fake", "0/s"), (_, _) -> environments.remove(), InstantSource.system());
    }
}
