package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.GetResponse;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.scenario.Scenario;
import io.lettuce.core.Range;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// The names and fields of the asynchronous reply, seen by programs that others have written: one in the place of payment-service, and
/// one in the place of order-service.
@Tag("live")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AsyncReplyLiveTest {
    private static final String REQUESTS = "payment-requests";
    private static final String DEAD_LETTERS = "failed-orders";
    private static final String REPLIES = "order-payment-replies";

    private final Lab lab;
    private final Outside outside;

    AsyncReplyLiveTest() throws Exception {
        Scenario scenario = LabsForTests.scenario("async-reply");
        lab = new Lab(new LabSettings(LabsForTests.HOME, scenario, "embedded", 42, new LoadProfile.Constant(0),
                Optional.empty(), InstantSource.system().instant()), Environments::open, InstantSource.system());
        lab.startAndWait();
        outside = new Outside(lab.access());
        outside.channel().queueDeclare(DEAD_LETTERS, true, false, false, Map.of()); // else it is made when something is put aside
    }

    @AfterAll
    void close() throws Exception {
        outside.close();
        lab.close();
    }

    @BeforeEach
    void paymentServiceListens() throws Exception {
        listens(true);
        turn("order-service", "async-reply", "robust");
        turn("order-service", "reply.expiry-seconds", "300");
        encrypted("naive");
        turn("payment-service", "encryption.key", "right");
    }

    private void encrypted(String variant) {
        turn("order-service", "encryption", variant);
        turn("payment-service", "encryption", variant);
    }

    private void listens(boolean on) throws Exception {
        turn("payment-service", "feature.async-reply", on ? "on" : "off");
        Outside.holds("consumers of " + REQUESTS, () -> {
            try {
                return (outside.channel().consumerCount(REQUESTS) > 0) == on;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void turn(String service, String name, String value) {
        assertTrue(lab.switches().set(service, name, value).accepted());
    }

    private HttpResponse<String> ask(String order, String... headers) throws Exception {
        return outside.post("order-service", "/orders/" + order + "/payment", "", headers);
    }

    private List<String> events(String order) {
        return outside.redis().xrange("aggregate-" + order, Range.unbounded()).stream()
                .map(entry -> String.valueOf(entry.getBody().get("eventType"))).toList();
    }

    private static String reply(String correlationId, boolean success) {
        return "{\"correlationId\":\"%s\",\"paymentResult\":{\"success\":%s}}".formatted(correlationId, success);
    }

    /// Hears what is pushed to whoever watches one order.
    private CompletableFuture<String> watch(String order) throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(
                outside.address("notification-service").toString().replace("http", "ws") + "/ws?orderId=" + order),
                new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return null;
                    }
                }).get();
        return heard;
    }

    @Test
    void somebodyElseMayAnswerInThePlaceOfPaymentService() throws Exception {
        listens(false);
        String order = outside.order("keyboard");
        CompletableFuture<String> heard = watch(order);
        HttpResponse<String> answer = ask(order);
        JsonNode accepted = Outside.json(answer.body());
        String correlationId = accepted.path("correlationId").asString();
        assertEquals(202, answer.statusCode());
        assertEquals("{\"correlationId\":\"%s\",\"status\":\"processing\"}".formatted(correlationId), answer.body());

        JsonNode pending = Outside.json(outside.redis().get("pending:" + correlationId));
        assertEquals(order + " waiting_payment", pending.path("orderId").asString() + " " + pending.path("status").asString());
        assertTrue(Instant.parse(pending.path("timestamp").asString()).isBefore(InstantSource.system().instant()));
        assertTrue(pending.path("timestamp").asString().endsWith("Z"));
        long expiry = outside.redis().ttl("pending:" + correlationId);
        assertTrue(expiry > 200 && expiry <= 300, () -> "expires in " + expiry + " s");

        GetResponse request = outside.take(REQUESTS);
        assertEquals("{\"orderId\":\"%s\",\"amount\":49.90,\"correlationId\":\"%s\",\"replyTo\":\"order-payment-replies\"}"
                .formatted(order, correlationId), new String(request.getBody(), StandardCharsets.UTF_8));
        assertEquals(correlationId, request.getProps().getCorrelationId());

        outside.send(REPLIES, reply(correlationId, true));
        outside.send(REPLIES, reply(correlationId, true));
        assertEquals("{\"type\":\"order_confirmed\",\"orderId\":\"%s\"}".formatted(order), heard.get(30, TimeUnit.SECONDS));
        awaitLate(correlationId); // the second one found nothing
        assertEquals(List.of("OrderCreated", "OrderConfirmed"), events(order));
        assertEquals(0, outside.redis().exists("pending:" + correlationId));
        assertEquals(409, ask(order).statusCode());
    }

    @Test
    void encryptedTheQueueHoldsTokensAndTheOrderIsConfirmedAllTheSame() throws Exception {
        encrypted("robust");
        listens(false);
        String order = outside.order("mouse");
        assertEquals(202, ask(order).statusCode());
        String onTheWire = new String(outside.take(REQUESTS).getBody(), StandardCharsets.UTF_8);
        assertTrue(onTheWire.startsWith("gAAAA"), onTheWire); // version 0x80 and a time of this century, in Base64
        outside.send(REQUESTS, onTheWire);
        listens(true);
        Outside.holds("confirmed", () -> events(order).contains("OrderConfirmed"));
    }

    @Test
    void whatNobodyCanReadIsPutAsideAndSaysFromWhere() throws Exception {
        outside.send(REQUESTS, "no JSON");
        deadLetterOf(REQUESTS, body -> body.equals("no JSON"));
    }

    @Test
    void aReplyThatIsEncryptedWithAnotherKeyIsADeadLetterAndTheOrderWaits() throws Exception {
        turn("payment-service", "encryption", "robust");
        turn("payment-service", "encryption.key", "wrong");
        String order = outside.order("mouse");
        assertEquals(202, ask(order).statusCode());
        deadLetterOf(REPLIES, body -> body.startsWith("gAAAA"));
        assertEquals(List.of("OrderCreated"), events(order));
        turn("payment-service", "encryption.key", "right");
        assertEquals(202, ask(order).statusCode());
        Outside.holds("confirmed", () -> events(order).contains("OrderConfirmed"));
        assertEquals(1, charges(order));
    }

    /// Takes dead letters, those of other tests too, until this one is among them.
    private void deadLetterOf(String queue, Predicate<String> body) throws Exception {
        GetResponse dead;
        do {
            dead = outside.take(DEAD_LETTERS);
        } while (!queue.equals(String.valueOf(dead.getProps().getHeaders().get("x-first-death-queue")))
                || !body.test(new String(dead.getBody(), StandardCharsets.UTF_8)));
    }

    @Test
    void anOrderWhosePaymentWasAskedForIsNotCancelled() throws Exception {
        listens(false);
        String order = outside.order("mouse");
        assertEquals(202, ask(order).statusCode());
        HttpResponse<String> refused = outside.post("order-service", "/orders/" + order + "/cancel", "{}");
        assertEquals("409 {\"error\":\"Order may be being paid, and no saga would refund it\"}",
                refused.statusCode() + " " + refused.body());
        String other = outside.order("mouse");
        assertEquals(202, outside.post("order-service", "/orders/" + other + "/cancel", "{}").statusCode());
        assertEquals(409, ask(other).statusCode());
    }

    private void awaitLate(String correlationId) throws InterruptedException {
        Outside.holds("the late reply is told", () -> lab.snapshot().log().stream()
                .anyMatch(line -> line.text().contains(correlationId) && line.text().contains("request expired or not found")));
    }

    @Test
    void aPaymentThatFailsEndsTheOrderUnpaid() throws Exception {
        String order = outside.order("yacht");
        CompletableFuture<String> heard = watch(order);
        String correlationId = Outside.json(ask(order).body()).path("correlationId").asString();
        assertEquals("{\"type\":\"payment_failed\",\"orderId\":\"%s\",\"reason\":\"amount over limit\"}".formatted(order),
                heard.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("OrderCreated", "PaymentFailed"), events(order));
        assertEquals(0, outside.redis().exists("pending:" + correlationId));
    }

    @Test
    void aReplyThatComesTooLateChangesNothingAndWhoAsksAgainIsChargedOnce() throws Exception {
        listens(false);
        turn("order-service", "reply.expiry-seconds", "1");
        String order = outside.order("mouse");
        String correlationId = Outside.json(ask(order).body()).path("correlationId").asString();
        Outside.holds("the request expires", () -> outside.redis().exists("pending:" + correlationId) == 0);
        turn("order-service", "reply.expiry-seconds", "300");
        listens(true);
        awaitLate(correlationId);
        assertEquals(List.of("OrderCreated"), events(order));

        assertEquals(202, ask(order).statusCode());
        Outside.holds("confirmed", () -> events(order).equals(List.of("OrderCreated", "OrderConfirmed")));
        assertEquals(1, charges(order));
    }

    private long charges(String order) {
        return outside.redis().xrange("payment-ledger", Range.unbounded()).stream()
                .filter(entry -> order.equals(entry.getBody().get("orderId"))).count();
    }

    @Test
    void somebodyElseMayAskInThePlaceOfOrderService() throws Exception {
        String replies = outside.channel().queueDeclare().getQueue();
        String request = "{\"orderId\":\"foreign\",\"amount\":12.5,\"correlationId\":\"c-1\",\"replyTo\":\"%s\",\"more\":1}"
                .formatted(replies);
        outside.send(REQUESTS, "{\"orderId\":\"poison\"}");
        outside.send(REQUESTS, request);
        outside.send(REQUESTS, request);
        JsonNode first = Outside.body(outside.take(replies));
        JsonNode second = Outside.body(outside.take(replies));
        assertEquals(first, second);
        assertEquals("c-1 true", first.path("correlationId").asString() + " " + first.path("paymentResult").path("success").asBoolean());
        assertEquals(1, charges("foreign"));
    }

    @Test
    void anOrderIsReadAsItWasAfterEachOfItsEvents() throws Exception {
        String order = outside.order("mouse");
        ask(order);
        Outside.holds("confirmed", () -> events(order).contains("OrderConfirmed"));
        lab.travel(order);
        List<AggregateHistory.Version> versions = travelled(history -> history.orderId().equals(order)).versions();
        assertEquals(List.of("1 OrderCreated pending", "2 OrderConfirmed confirmed"), versions.stream().map(version ->
                version.number() + " " + version.eventType() + " " + Outside.json(version.state()).path("status").asString()).toList());
        lab.travel("nobody's");
        assertEquals("order-service says 404: Order not found", travelled(history -> history.orderId().equals("nobody's")).trouble());
        lab.travel(" ");
        assertEquals(versions, travelled(history -> history.orderId().equals(order)).versions());
    }

    private AggregateHistory travelled(Predicate<AggregateHistory> there) throws InterruptedException {
        return LabsForTests.await(lab, run -> there.test(run.aggregate()), Duration.ofSeconds(30)).aggregate();
    }

    @Test
    void aRequestThatIsSentAgainWithItsKeyIsOneRequest() throws Exception {
        String order = outside.order("mouse");
        String first = ask(order, "Idempotency-Key", "k-" + order).body();
        Outside.holds("confirmed", () -> events(order).contains("OrderConfirmed"));
        assertEquals(first, ask(order, "Idempotency-Key", "k-" + order).body());
        assertEquals(404, ask("nobody's").statusCode());
    }

    @Test
    void naiveTheClientHoldsAThreadUntilTheReplyIsThere() throws Exception {
        listens(false);
        turn("order-service", "async-reply", "naive");
        String order = outside.order("mouse");
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return ask(order);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        String correlationId = Outside.body(outside.take(REQUESTS)).path("correlationId").asString();
        assertEquals(0, outside.redis().exists("pending:" + correlationId));
        assertTrue(!answer.isDone());
        outside.send(REPLIES, reply(correlationId, true));
        assertEquals("{\"orderId\":\"%s\",\"status\":\"confirmed\"}".formatted(order), answer.get(30, TimeUnit.SECONDS).body());
    }
}
