package dev.breakwater.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ControlJsonTest {
    private final ControlJson json = new ControlJson();

    @Test
    void anOrderIsReadWhole() {
        FaultOrder order = json.order("""
                {"fault": "latency", "target": "order-service->redis", "settings": {"delay": 800}, "duration": "5s"}""");
        Target link = new Target.OnLink(new LinkId("order-service", "redis"));
        assertEquals(new FaultOrder("latency", link, Map.of("delay", 800.0), Optional.of(Duration.ofSeconds(5))), order);
    }

    @Test
    void aTargetIsABrokerByItsName() {
        assertEquals(new Target.OnBroker("redis"), json.order("{\"fault\": \"kill\", \"target\": \"redis\"}").target());
        assertEquals(new Target.OnService("user-service"), json.order("{\"fault\": \"kill\", \"target\": \"user-service\"}").target());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                    | a JSON object is wanted here
            [1]                                                                   | a JSON object is wanted here
            {}                                                                    | "fault" must be a text
            {"fault": 1, "target": "redis"}                                       | "fault" must be a text
            {"fault": "kill", "traget": "redis"}                                  | unknown key "traget"; did you mean "target"?
            {"fault": "kill", "target": "->"}                                     | a link is written from->to, got ->
            {"fault": "latency", "target": "redis", "settings": {"delay": "x"}}   | "delay" must be a number
            {"fault": "kill", "target": "redis", "duration": "5"}                 | a time is written like 500ms, 15s, 2m or 1h, got "5"
            """)
    void whatIsNoOrderIsRefusedWithWhatWasMeant(String body, String complaint) {
        assertEquals(complaint, assertThrows(BadRequestException.class, () -> json.order(body)).getMessage());
    }
}
