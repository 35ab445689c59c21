package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.telemetry.OtlpReceiver;
import io.lettuce.core.Range;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One order through all brokers, told to the lab and to a collector of somebody else.
@Tag("live")
@Timeout(120)
final class TracingLiveTest {
    private final Map<String, SpanFinished> second = new ConcurrentHashMap<>();

    private void take(Fact fact) {
        if (fact instanceof SpanFinished span) {
            second.put(span.spanId(), span);
        }
    }

    private Optional<SpanFinished> span(String name, String order) {
        return second.values().stream().filter(span -> span.name().equals(name) && order.equals(span.attributes().get("order.id")))
                .findFirst();
    }

    /// The names of a span and all above it, as far as they are known.
    private List<String> upwards(SpanFinished from) {
        return Stream.iterate(Optional.of(from), Optional::isPresent, span -> Optional.ofNullable(second.get(span.get().parentSpanId())))
                .map(span -> span.get().service() + " " + span.get().name()).toList();
    }

    @Test
    void bothCollectorsHearOfTheSameTraceAndTheLossOfTheSecondCostsTheFirstNothing() throws Exception {
        try (OtlpReceiver other = OtlpReceiver.open(InetAddress.ofLiteral("127.0.0.1"), 0, 0, this::take, InstantSource.system());
                Lab lab = new Lab(new LabSettings(LabsForTests.HOME, LabsForTests.scenario("tracing-metrics"), "embedded", 42,
                        new LoadProfile.Constant(0), Optional.of(URI.create("http://127.0.0.1:" + other.grpcAddress().getPort())),
                        InstantSource.system().instant()), Environments::open, InstantSource.system())) {
            lab.startAndWait();
            try (Outside outside = new Outside(lab.access())) {
                String order = outside.order("keyboard");
                SpanFinished placed = Outside.eventually("process_order", () -> span("process_order", order));
                SpanFinished paid = Outside.eventually("process_payment", () -> span("process_payment", order));
                SpanFinished pushed = Outside.eventually("push client", () -> span("push client", order));
                assertEquals(List.of("49.9", "completed"),
                        List.of(placed.attributes().get("order.amount"), paid.attributes().get("payment.status")));
                assertEquals(List.of(placed.traceId(), placed.traceId()), List.of(paid.traceId(), pushed.traceId()));
                Outside.holds("the payment is below the order", () -> upwards(paid).contains("order-service process_order"));
                assertEquals(List.of("payment-service process_payment", "payment-service process payment-commands",
                        "payment-service send payment-commands", "payment-service process order-events", "order-service send order-events",
                        "order-service process_order", "order-service POST /orders"), upwards(paid));
                Outside.holds("the push came through both brokers", () -> upwards(pushed).containsAll(List.of(
                        "notification-service process notifications", "order-service send notifications", "order-service process_order")));
                Outside.holds("the lab knows the same spans", () -> lab.trace(placed.traceId()).stream().map(SpanFinished::spanId).toList()
                        .containsAll(List.of(placed.spanId(), paid.spanId(), pushed.spanId())));

                OtlpReceiver gone = other;
                gone.close();
                String next = outside.order("mouse");
                Outside.holds("confirmed", () -> outside.redis().xrange("aggregate-" + next, Range.unbounded()).size() == 2);
                Outside.holds("the lab hears of it", () -> lab.snapshot().transfers().stream().anyMatch(transfer ->
                        lab.trace(transfer.traceId()).stream().anyMatch(span -> span.name().equals("process_payment")
                                && next.equals(span.attributes().get("order.id")))));
                for (String service : lab.settled().parts().stream().map(part -> part.name()).filter(name -> name.endsWith("-service"))
                        .toList()) {
                    metrics(outside, service);
                }
            }
        }
    }

    private static void metrics(Outside outside, String service) throws Exception {
        String page = outside.get(service, "/metrics");
        for (String type : List.of("# TYPE requests_total counter", "# TYPE request_duration_seconds histogram",
                "# TYPE active_connections gauge")) {
            assertTrue(page.contains(type), () -> service + " does not tell " + type + ":\n" + page);
        }
    }
}
