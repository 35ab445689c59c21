package dev.breakwater.engine.switches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.model.fact.Fact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a control port that takes everything but what is called `bad`.
final class SwitchBoardTest {
    private static final Instant T0 = Instant.parse("2026-11-27T12:00:00Z");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Integer> workers = new ArrayList<>();
    private HttpServer service = server();
    private SwitchBoard board = board(service.getAddress().getPort());

    @BeforeEach
    void listen() {
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void close() {
        board.close();
        service.stop(0);
    }

    @Test
    void aServiceThatStartsGetsWhatIsSet() {
        board.begin(Map.of("order-service", Map.of("feature.saga", "on", "breaker.open-millis", "500")));
        board.set("order-service", "breaker.open-millis", "700");
        assertEquals(Map.of("SWITCH_FEATURE_SAGA", "on", "SWITCH_BREAKER_OPEN_MILLIS", "700"), board.variables("order-service"));
        assertEquals(Map.of(), board.variables("user-service"));
    }

    @Test
    void oneThatRunsIsToldAllAtOnce() {
        board.begin(Map.of("order-service", Map.of("retry", "naive", "breaker.open-millis", "500")));
        board.apply("order-service");
        assertEquals(List.of("PUT /control/switches {\"breaker.open-millis\":500,\"retry\":\"naive\"}"), asked);
    }

    @Test
    void whatWasTakenIsAFact() {
        board.set("order-service", "retry", "naive");
        assertEquals(List.of("PUT /control/switches/retry {\"value\":\"naive\"}"), asked);
        assertEquals(List.of(new Fact.SwitchSet(T0, "order-service", "retry", "naive", "")), facts);
    }

    @Test
    void whatWasRefusedStaysAsItWasAndSaysWhy() {
        board.begin(Map.of("order-service", Map.of("bad", "good")));
        board.set("order-service", "bad", "worse");
        assertEquals(List.of(new Fact.SwitchSet(T0, "order-service", "bad", "good", "no")), facts);
        assertEquals(Map.of("SWITCH_BAD", "good"), board.variables("order-service"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsToldSo() {
        service.stop(0);
        board.set("order-service", "retry", "naive");
        assertEquals(List.of(new Fact.SwitchSet(T0, "order-service", "retry", "", "order-service does not answer")), facts);
        assertEquals(Map.of(), board.variables("order-service"));
    }

    @Test
    void howManyWorkersThereAreIsForTheLabToChange() {
        board.set("order-worker", "instances", "2");
        assertEquals(List.of(), asked);
        assertEquals(List.of(2), workers);
        assertEquals(Map.of(), board.variables("order-worker-1"));
    }

    @Test
    void noMoreWorkersThanThereCanBe() {
        List.of("0", "7", "-1", "many", "99999999999").forEach(value -> board.set("order-worker", "instances", value));
        assertEquals(List.of(), workers);
    }

    @Test
    void workersThatDoNotRunBeginWithWhatIsSet() {
        board.set("order-worker", "prefetch", "50");
        assertEquals(List.of(), asked);
        assertEquals(Map.of("SWITCH_PREFETCH", "50"), board.variables("order-worker-3"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] reply = (exchange.getRequestURI().getPath().endsWith("/bad") ? "{\"error\":\"no\"}" : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.length > 2 ? 400 : 200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private SwitchBoard board(int port) {
        Map<String, Addresses.Ports> services = Map.of("order-service", new Addresses.Ports(1, OptionalInt.empty(), port));
        return new SwitchBoard(new ControlPorts(services, "token"), SwitchBoardTest::running, this::workers,
                InstantSource.fixed(T0), facts::add);
    }

    /// No worker runs.
    private static List<String> running(String service) {
        return Services.of(service).equals(Services.WORKER) ? List.of() : List.of(service);
    }

    private ControlPorts.Answer workers(int count) {
        workers.add(count);
        return new ControlPorts.Answer(200, "{}");
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}
