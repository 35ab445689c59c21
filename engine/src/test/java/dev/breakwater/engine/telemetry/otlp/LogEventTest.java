package dev.breakwater.engine.telemetry.otlp;

import static dev.breakwater.engine.telemetry.otlp.Requests.NOW;
import static dev.breakwater.engine.telemetry.otlp.Requests.log;
import static dev.breakwater.engine.telemetry.otlp.Requests.logs;
import static dev.breakwater.engine.telemetry.otlp.Requests.nanos;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.fact.Fact;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogEventTest {
    private static final Map<String, String> STEP = Map.of("order.id", "o1", "saga.step", "payment_completed", "saga.status", "active",
            "saga.state", "{\"a\":1}", "saga.state.before", "{}", "saga.reason", "paid");
    private static final Map<String, String> BREAKER = Map.of("breaker.name", "users", "breaker.callee", "user-service",
            "breaker.from", "CLOSED", "breaker.to", "OPEN", "breaker.state", "OPEN", "breaker.reason", "6 of 10 calls failed",
            "breaker.window.calls", "10", "breaker.window.failures", "6", "breaker.window.failure_rate_percent", "60.0",
            "breaker.threshold_percent", "50");
    private static final Map<String, String> FIGURE = Map.of("figure.name", "Waiting time", "figure.unit", "ms",
            "figure.label", "priority 9", "figure.value", "12.5");
    private final OtlpDecoder decoder = new OtlpDecoder(InstantSource.fixed(NOW));

    private Decoded decode(LogRecord.Builder... records) throws MalformedOtlpException {
        LogRecord[] built = List.of(records).stream().map(LogRecord.Builder::build).toArray(LogRecord[]::new);
        return decoder.logs(logs("order-service", built).toByteArray());
    }

    @Test
    void aSagaStepIsReadWhole() throws MalformedOtlpException {
        Fact step = new Fact.SagaStepped(NOW, "order-service", "o1", "payment_completed", "active", "{}", "{\"a\":1}", "paid");
        Map<String, String> named = new HashMap<>(STEP);
        named.put("event.name", "saga.step");
        assertEquals(List.of(step, step), decode(log(STEP).setEventName("saga.step"), log(named)).facts());
    }

    @Test
    void breakerEventsAreReadWhole() throws MalformedOtlpException {
        BreakerWindow window = new BreakerWindow(10, 6, 60, 50);
        Map<String, String> opened = new HashMap<>(BREAKER);
        opened.put("breaker.open_millis", "30000");
        assertEquals(List.of(
                new Fact.BreakerChanged(NOW, "users", "order-service", "user-service", BreakerPhase.CLOSED, BreakerPhase.OPEN,
                        "6 of 10 calls failed", window, Duration.ofSeconds(30)),
                new Fact.BreakerCounted(NOW, "users", "order-service", "user-service", BreakerPhase.OPEN, window)),
                decode(log(opened).setEventName("breaker.transition"), log(BREAKER).setEventName("breaker.calls")).facts());
    }

    @Test
    void aFigureIsReadWholeAndItsNumberInAnyForm() throws MalformedOtlpException {
        Fact waited = new Fact.FigureObserved(NOW, "order-service", "Waiting time", "ms", "priority 9", 12.5);
        LogRecord.Builder number = log(without("figure.value")).setEventName("figure").addAttributes(KeyValue.newBuilder()
                .setKey("figure.value").setValue(AnyValue.newBuilder().setDoubleValue(12.5)));
        assertEquals(List.of(waited, waited, new Fact.FigureObserved(NOW, "order-service", "Waiting time", "", "priority 9", 12.5)),
                decode(log(FIGURE).setEventName("figure"), number, log(without("figure.unit")).setEventName("figure")).facts());
    }

    @Test
    void aFigureWithoutAFiniteNumberOrWithALongNameIsRefused() throws MalformedOtlpException {
        for (String value : List.of("NaN", "Infinity", "1e999", "many")) {
            Decoded decoded = decode(log(with("figure.value", value)).setEventName("figure"));
            assertEquals(List.of(), decoded.facts(), value);
            assertEquals(1, decoded.refused(), value);
        }
        assertEquals("event figure needs figure.value", decode(log(without("figure.value")).setEventName("figure")).why());
        assertEquals("event figure needs figure.label", decode(log(without("figure.label")).setEventName("figure")).why());
        for (String name : List.of("figure.name", "figure.unit", "figure.label")) {
            assertEquals("event figure: " + name + " has at most 64 characters, not 65",
                    decode(log(with(name, "x".repeat(65))).setEventName("figure")).why());
            assertEquals(1, decode(log(with(name, "x".repeat(64))).setEventName("figure")).facts().size());
        }
    }

    private static Map<String, String> without(String name) {
        Map<String, String> figure = new HashMap<>(FIGURE);
        figure.remove(name);
        return figure;
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> figure = new HashMap<>(FIGURE);
        figure.put(name, value);
        return figure;
    }

    @Test
    void otherRecordsAreLines() throws MalformedOtlpException {
        assertEquals(List.of(
                new Fact.LineLogged(NOW, "order-service", "WARN slow"),
                new Fact.LineLogged(NOW, "order-service", "some.event")),
                decode(log(Map.of()).setSeverityText("WARN").setBody(AnyValue.newBuilder().setStringValue("slow")),
                        log(Map.of()).setEventName("some.event")).facts());
    }

    @Test
    void eventsThatLackWhatTheyNeedAreRefused() throws MalformedOtlpException {
        Map<String, String> wrongPhase = new HashMap<>(BREAKER);
        wrongPhase.put("breaker.to", "AJAR");
        Map<String, String> wrongNumber = new HashMap<>(BREAKER);
        wrongNumber.put("breaker.window.calls", "ten");
        Decoded decoded = decode(
                log(Map.of()).setEventName("saga.step"),
                log(wrongPhase).setEventName("breaker.transition"),
                log(wrongNumber).setEventName("breaker.calls"));
        assertEquals(new Decoded(List.of(), 3, "event saga.step needs order.id"), decoded);
    }

    @Test
    void aRecordWithoutTimeIsFromWhenItWasObservedElseNow() throws MalformedOtlpException {
        assertEquals(List.of(
                new Fact.LineLogged(NOW.minusSeconds(1), "order-service", "a"),
                new Fact.LineLogged(NOW, "order-service", "b")),
                decode(log(Map.of()).clearTimeUnixNano().setObservedTimeUnixNano(nanos(NOW.minusSeconds(1))).setEventName("a"),
                        log(Map.of()).clearTimeUnixNano().setEventName("b")).facts());
    }
}
