package dev.breakwater.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioReaderTest {
    private final ScenarioReader reader = new ScenarioReader();

    @Test
    void orderSagaIsReadWhole() throws Exception {
        Scenario scenario = reader.read(OrderSaga.FILE, OrderSaga.TEXT);
        assertEquals("order-saga", scenario.id());
        assertEquals(List.of("rabbitmq", "redis", "mongodb"), scenario.brokers());
        assertEquals(new LoadProfile.Constant(25), scenario.load());
        assertEquals(17, scenario.topology().nodes().size());
        FaultOrder latency = new FaultOrder("latency", new Target.OnLink(LinkId.parse("order-service->user-service")),
                Map.of("delay", 800.0, "jitter", 50.0), Optional.of(Duration.ofSeconds(20)));
        assertTrue(scenario.faults().stream().anyMatch(hint -> hint.order().equals(latency)), () -> "no " + latency);
    }

    @Test
    void anEdgeRunsOnTheLinkToTheBrokerThatHoldsItsEnd() throws Exception {
        List<Edge> edges = reader.read(OrderSaga.FILE, OrderSaga.TEXT).topology().edges();
        LinkId stream = new LinkId("payment-service", "redis");
        LinkId queue = new LinkId("order-service", "rabbitmq");
        LinkId push = new LinkId("client", "notification-service");
        assertTrue(edges.contains(new Edge("order-events", "payment-service", Protocol.REDIS_STREAMS, stream)));
        assertTrue(edges.contains(new Edge("order-service", "notifications", Protocol.RABBITMQ, queue)));
        assertTrue(edges.contains(new Edge("notification-service", "client", Protocol.WEBSOCKET, push)));
    }

    @Test
    void everyLinkOfTheOrderSagaIsThereOnce() throws Exception {
        assertEquals(16, reader.read(OrderSaga.FILE, OrderSaga.TEXT).links().size());
    }

    /// Each line: what is spoilt, how, and the start of the complaint. `#` stands for the line of what was spoilt.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load: 25/s | laod: 25/s | #:1: unknown key "laod"; did you mean "load"?
            load: 25/s | load: 25 | #:7: "load" must be a text, got the number 25
            load: 25/s | load: 25/m | #:7: "load" must be written like 25/s, poisson 25/s or ramp
            load: 25/s | load: 10001/s | #:7: "load" must be written like
            load: 25/s | load: ramp 1/s to 2/s over 0s | #:7: a ramp needs a time greater than 0, got PT0S
            users: 25 | users: 0 | #:10: "users" must be 1 to 1000, got 0
            users: 25 | users: many | #:10: "users" must be a number, got the text "many"
            users: 25 | users: 2.5 | #:10: "users" must be a whole number, got 2.5
            users: 25 | users: [25] | #:10: "users" must be a number, got a list
            users: 25 | users: 25\\n  users: 26 | +:3: "users" stands here twice
            group: Hybrid | group: Hybird | #:8: unknown group "Hybird"; did you mean "Hybrid"?
            brokers: [rabbitmq, | brokers: [rabitmq, | #:11: unknown broker "rabitmq"; did you mean "rabbitmq"?
            services: [user-service, | services: [usr-service, | #:12: unknown service "usr-service"; did you mean "user-service"?
            {id: orders, kind: database | {id: orders, kind: databse | #:26: unknown kind "databse"; did you mean "database"?
            kind: queue, broker: rabbitmq | kind: queue | #:7: "broker" is missing
            {id: orders, | {id: notifications, | #:12: there are two nodes "notifications"
            to: orders, protocol: MongoDB | to: order, protocol: MongoDB | #:36: unknown node "order"; did you mean "orders"?
            to: orders, protocol: MongoDB | to: orders, protocol: Mongo | #:54: unknown protocol "Mongo"; did you mean "MongoDB"?
            link: client->notification-service | link: client->redis | #:75: an edge from notification-service to client
            from: order-service, to: order-projection | from: user-service, to: inventory-service | #:32: no service calls inventory-service
            , link: client->notification-service | , link: notification-service->client | #:75: nothing can connect to the client
            protocol: WebSocket, link: client->notification-service | protocol: WebSocket | #:40: nothing can connect to the client
            {id: client, kind: client} | {id: browser, kind: client} | #:12: the client is called "client"
            target: rabbitmq | target: rabbit | #:13: unknown target "rabbit"; did you mean "rabbitmq"?
            - fault: pause | - fault: puase | #:12: unknown fault "puase"; did you mean "pause"?
            target: redis | target: order-projection->mongodb | #:13: pause strikes
            settings: {delay: 800 | settings: {dealy: 800 | #:16: unknown setting of latency "dealy"; did you mean "delay"?
            settings: {delay: 800 | settings: {delay: 80000 | #:16: delay: need 0 to 60000 ms, got 80000
            duration: 20s | duration: 20 | #:15: "duration" must be a text, got the number 20
            soldOutPercent: 2 | soldOutPercent: 99 | #:19: overLimitPercent and soldOutPercent are more than 100
            invariants: [paid-once | invariants: [payed-once | #:14: unknown invariant "payed-once"; did you mean "paid-once"?
            title: Order saga | title: {} # | #:8: "title" must be a text, got keys with values
            group: Hybrid | group: *a | #:8: aliases are not read here
            group: Hybrid | group: Hybrid: b | #:14: broken YAML
            """)
    void aMistakeIsToldWithItsPlaceAndWhatWasMeant(String before, String after, String complaint) {
        int at = OrderSaga.TEXT.indexOf(before);
        assertTrue(at >= 0, () -> "not in the file: " + before);
        String spoilt = OrderSaga.TEXT.substring(0, at) + after.replace("\\n", "\n") + OrderSaga.TEXT.substring(at + before.length());
        long line = OrderSaga.TEXT.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        ScenarioRefusedException refused = assertThrows(ScenarioRefusedException.class, () -> reader.read(OrderSaga.FILE, spoilt));
        String place = complaint.replaceFirst("^#", Long.toString(line)).replaceFirst("^\\+", Long.toString(line + 1));
        String expected = OrderSaga.FILE + ":" + place;
        assertTrue(refused.getMessage().lines().anyMatch(told -> told.startsWith(expected)),
                () -> "expected " + expected + "\ngot      " + refused.getMessage());
    }

    @Test
    void settingsThatDoNotGoTogetherAreRefused() {
        String spoilt = OrderSaga.TEXT.replace("{delay: 800, jitter: 50}", "{delay: 10, jitter: 50}");
        var refused = assertThrows(ScenarioRefusedException.class, () -> reader.read(OrderSaga.FILE, spoilt));
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.contains("latency") && told.contains("jitter"), told);
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
        String spoilt = OrderSaga.TEXT
                .replace("group: Hybrid", "grup: Hybrid").replace("users: 25", "users: -1").replace("load: 25/s", "load: no");
        var refused = assertThrows(ScenarioRefusedException.class, () -> reader.read(OrderSaga.FILE, spoilt));
        List<String> told = refused.problems().stream().map(Problem::message).toList();
        assertEquals(List.of(
                "unknown key \"grup\"; did you mean \"group\"?",
                "\"load\" must be written like 25/s, poisson 25/s or ramp 5/s to 50/s over 30s, got \"no\"",
                "\"users\" must be 1 to 1000, got -1"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            '' | 1:1: the file is empty
            '# only a remark' | 1:1: the file is empty
            42 | 1:1: a scenario must be keys with values, got the number 42
            '[1, 2]' | 1:1: a scenario must be keys with values, got a list
            'a: b: c' | 1:5: broken YAML
            '{a: 1' | 1:6: broken YAML
            """)
    void whatIsNoScenarioIsRefusedInOneLine(String text, String complaint) {
        var refused = assertThrows(ScenarioRefusedException.class, () -> reader.read("x.yaml", text));
        assertTrue(refused.problems().getFirst().toString().startsWith("x.yaml:" + complaint), refused::getMessage);
    }

    @Test
    void hostileFilesAreRefusedBeforeTheyHurt() {
        assertTrue(complaint("[".repeat(100_000)).contains("nested deeper than 20"));
        assertTrue(complaint("a: " + "x".repeat(2 << 20)).contains("at most 1048576"));
        assertTrue(complaint("a: 1\n---\nb: 2\n").contains("a second document"));
        assertTrue(complaint("id: a\ntitle: \u0000").startsWith("x.yaml:2:8: a character that YAML does not allow (U+0000)"));
    }

    @Test
    void aMissingFileIsToldByName() {
        var refused = assertThrows(ScenarioRefusedException.class, () -> reader.read(Path.of("no", "such.yaml")));
        assertTrue(refused.getMessage().contains("cannot be read"), refused::getMessage);
    }

    private String complaint(String text) {
        return String.valueOf(assertThrows(ScenarioRefusedException.class, () -> reader.read("x.yaml", text)).getMessage());
    }
}
