package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import io.lettuce.core.Range;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds of every robust saga, whoever is in charge.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SagaLiveCases {
    final Shop shop;

    SagaLiveCases(Shop shop) {
        this.shop = shop;
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
    }

    private long stock(String product) {
        return Long.parseLong(shop.redis().get(Keys.stock(product)));
    }

    @Test
    void goodOrderIsPaidTakenAndConfirmed() throws Exception {
        String order = shop.order("keyboard");
        assertEquals("{\"orderId\":\"%s\",\"step\":\"order_confirmed\",\"status\":\"completed\",\"compensations\":[]}".formatted(order),
                Json.write(shop.ended(order)));
        assertEquals(List.of("charge 49.90"), shop.ledger(order));
        assertEquals(List.of("OrderCreated", "OrderConfirmed"), shop.types(Streams.ORDER_EVENTS, order));
        assertEquals(List.of("OrderConfirmed"), shop.types(Streams.NOTIFICATION_OUTBOX, order));
        Eventually.holds("read model is confirmed", () -> status(order).equals("confirmed"));
    }

    private String status(String order) {
        try {
            return Json.parseObject(shop.get(Services.ORDER, "/orders/" + order).body()).path("status").asString("");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void declinedPaymentCancelsAndCostsNothing() throws Exception {
        String order = shop.order("yacht");
        assertEquals("failed", shop.ended(order).path("status").asString());
        assertEquals(List.of(), shop.ledger(order));
        Eventually.holds("read model is cancelled", () -> status(order).equals("cancelled"));
    }

    @Test
    void missingStockIsRefunded() throws Exception {
        String order = shop.order("sold-out");
        assertEquals("{\"orderId\":\"%s\",\"step\":\"order_cancelled\",\"status\":\"compensated\",\"compensations\":[\"refund_payment\"],"
                .formatted(order) + "\"reason\":\"inventory_rejected\"}", Json.write(shop.ended(order)));
        assertEquals(List.of("charge 15.00", "refund 15.00"), shop.ledger(order));
        assertEquals(0, stock("sold-out"));
    }

    @Test
    void everyMessageDeliveredTwiceIsHandledOnce() throws Exception {
        List<String> orders = List.of(shop.order("mouse"), shop.order("yacht"), shop.order("sold-out"));
        orders.forEach(shop::ended);
        shop.quiet();
        List<Object> before = picture(orders);
        for (String stream : List.of(Streams.PAYMENT_COMMANDS, Streams.INVENTORY_COMMANDS, Streams.ORDER_COMMANDS, Streams.PAYMENT_EVENTS,
                Streams.INVENTORY_EVENTS)) {
            sendAgain(stream, orders);
        }
        shop.quiet();
        assertEquals(before, picture(orders));
    }

    /// Everything of these orders that must not change by a repetition.
    private List<Object> picture(List<String> orders) {
        List<Object> picture = new ArrayList<>(List.of(stock("mouse"), stock("sold-out"), stock("yacht")));
        for (String order : orders) {
            picture.addAll(List.of(shop.ledger(order), shop.saga(order), shop.types(Streams.ORDER_EVENTS, order),
                    shop.types(Streams.NOTIFICATION_OUTBOX, order), shop.redis().xlen(Streams.aggregate(order))));
        }
        return picture;
    }

    private void sendAgain(String stream, List<String> orders) {
        shop.redis().xrange(stream, Range.unbounded()).stream().map(entry -> entry.getBody())
                .filter(body -> orders.stream().anyMatch(order -> body.getOrDefault("data", "").contains(order)))
                .forEach(body -> {
                    shop.redis().xadd(stream, body);
                    Map<String, String> other = new HashMap<>(body);
                    other.put("eventId", UUID.randomUUID().toString());
                    shop.redis().xadd(stream, other);
                });
    }

    @Test
    void paymentOrderedAfterItsRefundIsNotCharged() throws Exception {
        String order = "late-" + UUID.randomUUID();
        command(Streams.PAYMENT_COMMANDS, EventTypes.REFUND_PAYMENT, "{\"orderId\":\"%s\",\"sagaId\":\"s\"}".formatted(order));
        command(Streams.PAYMENT_COMMANDS, EventTypes.INITIATE_PAYMENT, "{\"orderId\":\"%s\",\"amount\":5}".formatted(order));
        shop.quiet();
        assertEquals(List.of(), shop.ledger(order));
        assertEquals(List.of("PaymentRefunded"), shop.types(Streams.PAYMENT_EVENTS, order));
    }

    @Test
    void stockOrderedAfterItsReleaseIsNotTaken() throws Exception {
        String order = "late-" + UUID.randomUUID();
        long before = stock("laptop");
        String items = "[{\"productId\":\"laptop\",\"quantity\":3}]";
        command(Streams.INVENTORY_COMMANDS, EventTypes.RELEASE_INVENTORY, "{\"orderId\":\"%s\",\"sagaId\":\"s\"}".formatted(order));
        command(Streams.INVENTORY_COMMANDS, EventTypes.RESERVE_INVENTORY, "{\"orderId\":\"%s\",\"items\":%s}".formatted(order, items));
        shop.quiet();
        assertEquals(before, stock("laptop"));
        assertEquals(List.of("InventoryReleased"), shop.types(Streams.INVENTORY_EVENTS, order));
    }

    private void command(String stream, String type, String data) {
        shop.redis().xadd(stream, Map.of("eventType", type, "eventId", UUID.randomUUID().toString(), "timestamp", "2026-01-01T00:00:00Z",
                "version", "1.0", "source", "test", "data", data, "correlationId", "c"));
    }

    @Test
    void unreadableEntryEndsOnTheDeadStreamAndHoldsUpNoOther() throws Exception {
        command(Streams.PAYMENT_COMMANDS, EventTypes.INITIATE_PAYMENT, "{\"orderId\":\"poisoned\"}");
        command(Streams.PAYMENT_COMMANDS, EventTypes.INITIATE_PAYMENT, "not JSON, poisoned");
        shop.redis().xadd(Streams.PAYMENT_COMMANDS, Map.of("eventType", "InitiatePayment", "data", "poisoned"));
        assertEquals("completed", shop.ended(shop.order("mouse")).path("status").asString());
        Eventually.holds("all three are buried", () -> poisoned().size() == 3);
        List<String> reasons = poisoned(); // entries of different orders are handled side by side
        assertEquals("amount is missing", reasons.getFirst());
        assertEquals("eventId is missing", reasons.get(1));
        assertTrue(reasons.get(2).startsWith("not valid JSON: "), reasons.get(2));
    }

    /// Why they are on the dead stream, sorted.
    private List<String> poisoned() {
        return shop.redis().xrange(Streams.dead(Streams.PAYMENT_COMMANDS), Range.unbounded()).stream()
                .filter(entry -> entry.getBody().getOrDefault("data", "").contains("poisoned"))
                .map(entry -> entry.getBody().getOrDefault("deadReason", "")).sorted().toList();
    }

    @Test
    void ofConcurrentWritersWhoSawTheSameVersionOneWins() throws Exception {
        String order = shop.order("monitor");
        shop.ended(order);
        List<Integer> statuses = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            String path = "/orders/" + order + "/cancel";
            Callable<HttpResponse<String>> cancel = () -> shop.post(Services.ORDER, path, "{\"expectedVersion\":2}");
            for (Future<HttpResponse<String>> answer : clients.invokeAll(List.of(cancel, cancel, cancel, cancel))) {
                statuses.add(answer.get().statusCode());
                if (answer.get().statusCode() == 409) {
                    refusals.add(answer.get().body());
                }
            }
        }
        assertEquals(List.of(202, 409, 409, 409), statuses.stream().sorted().toList());
        assertEquals(Collections.nCopies(3, "{\"error\":\"Expected version 2, got 3\"}"), refusals);
        Eventually.holds("cancelled with all undone", () -> shop.saga(order).path("status").asString().equals("compensated"));
        assertEquals(List.of("charge 249.00", "refund 249.00"), shop.ledger(order));
    }

    @Test
    void sameIdempotencyKeyPlacesOneOrder() throws Exception {
        String body = "{\"userId\":\"%s\",\"items\":[{\"productId\":\"mouse\",\"quantity\":1}]}".formatted(shop.user());
        String key = UUID.randomUUID().toString();
        Callable<String> place = () -> shop.post(Services.ORDER, "/orders", body, "Idempotency-Key", key).body();
        List<String> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : clients.invokeAll(List.of(place, place, place, place, place))) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().distinct().count(), answers::toString);
        assertEquals(422, shop.post(Services.ORDER, "/orders", body.replace("mouse", "laptop"), "Idempotency-Key", key).statusCode());
    }
}
