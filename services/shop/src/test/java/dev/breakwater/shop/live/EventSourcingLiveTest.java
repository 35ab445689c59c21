package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.user.UserService;
import io.lettuce.core.Range;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Orders without a saga: order-service and user-service alone, on a real Redis.
@Tag("live")
final class EventSourcingLiveTest {
    private static final int WRITERS = 8;
    private static final int ORDERS = 20;

    private static Shop shop(Map<String, String> switches) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(Variables.SWITCH_PREFIX + "FEATURE_SAGA", Features.OFF));
        switches.forEach((name, value) -> variables.put(Variables.SWITCH_PREFIX + name, value));
        Shop shop = new Shop(variables);
        shop.start(Services.USER, UserService::assemble);
        shop.start(Services.ORDER, OrderService::assemble);
        return shop;
    }

    @Test
    void ofEightWritersWhoSawTheSameVersionOneAppends() throws Exception {
        try (Shop shop = shop(Map.of())) {
            for (int i = 0; i < ORDERS; i++) {
                String order = shop.order("mouse");
                List<HttpResponse<String>> answers = cancelAtOnce(shop, order);
                assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 202).count());
                assertEquals(Collections.nCopies(WRITERS - 1, "{\"error\":\"Expected version 1, got 2\"}"),
                        answers.stream().filter(answer -> answer.statusCode() == 409).map(HttpResponse::body).toList());
                assertEquals(List.of("1 OrderCreated", "2 OrderCancelled"), versions(shop, order));
                assertEquals(List.of("OrderCreated", "OrderCancelled"), shop.types(Streams.ORDER_EVENTS, order));
            }
        }
    }

    @Test
    void whoComparesFirstAndAppendsThenWritesAVersionTwice() throws Exception {
        try (Shop shop = shop(Map.of("APPEND", "naive"))) {
            int twice = 0;
            for (int i = 0; i < ORDERS; i++) {
                String order = shop.order("mouse");
                long won = cancelAtOnce(shop, order).stream().filter(answer -> answer.statusCode() == 202).count();
                List<String> versions = versions(shop, order);
                assertEquals(won, versions.stream().filter("2 OrderCancelled"::equals).count());
                twice += won > 1 ? 1 : 0;
            }
            assertTrue(twice > 0, "no two of %d writers met in %d orders".formatted(WRITERS, ORDERS));
        }
    }

    private static List<HttpResponse<String>> cancelAtOnce(Shop shop, String order) throws Exception {
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        Callable<HttpResponse<String>> cancel = () -> {
            together.await();
            return shop.post(Services.ORDER, "/orders/" + order + "/cancel", "{\"expectedVersion\":1}");
        };
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : writers.invokeAll(Collections.nCopies(WRITERS, cancel))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /// Version and type of each event of an order, oldest first.
    private static List<String> versions(Shop shop, String order) {
        return shop.redis().xrange(Streams.aggregate(order), Range.unbounded()).stream()
                .map(entry -> entry.getBody().get("version") + " " + entry.getBody().get("eventType")).toList();
    }

    @Test
    void orderIsSeenAsOfEachVersionWithAndWithoutSnapshots() throws Exception {
        try (Shop plain = shop(Map.of()); Shop every = shop(Map.of("SNAPSHOT_INTERVAL", "2"))) {
            String order = plain.order("mouse");
            assertEquals(202, plain.post(Services.ORDER, "/orders/" + order + "/cancel", "").statusCode());
            plain.redis().xrange(Streams.aggregate(order), Range.unbounded())
                    .forEach(entry -> every.redis().xadd(Streams.aggregate(order), entry.getBody()));
            appendTo(plain, order, 3);
            appendTo(every, order, 3);
            for (int round = 0; round < 2; round++) {
                for (int version = 1; version <= 3; version++) {
                    assertEquals(state(plain, order, version), state(every, order, version));
                }
            }
            assertEquals("pending", state(plain, order, 1).path("status").asString());
            assertEquals("cancelled", state(plain, order, 2).path("status").asString());
            assertEquals(List.of("2"), every.redis().hkeys(Keys.snapshots(order)));
            assertEquals("0 3", effort(plain, order));
            assertEquals("2 1", effort(every, order));
            assertEquals("{\"error\":\"Order has no version 4, its last is 3\"}",
                    plain.get(Services.ORDER, "/orders/" + order + "/state?version=4").body());
            assertEquals(404, plain.get(Services.ORDER, "/orders/nobodys/state").statusCode());
        }
    }

    /// What somebody else, who speaks our language, appends.
    private static void appendTo(Shop shop, String order, int version) {
        shop.redis().xadd(Streams.aggregate(order), Map.of("eventType", "OrderPraised", "eventId", "e-" + version,
                "timestamp", "2026-11-27T12:00:00Z", "aggregateId", order, "data", "{}", "version", Integer.toString(version)));
    }

    /// What the order was then, without how it was come by.
    private static ObjectNode state(Shop shop, String order, int version) throws Exception {
        ObjectNode state = Json.parseObject(shop.get(Services.ORDER, "/orders/" + order + "/state?version=" + version).body());
        assertEquals(version, state.path("version").asInt(), state::toString);
        state.remove(List.of("snapshotVersion", "eventsFolded"));
        return state;
    }

    private static String effort(Shop shop, String order) throws Exception {
        ObjectNode state = Json.parseObject(shop.get(Services.ORDER, "/orders/" + order + "/state").body());
        return state.path("snapshotVersion").asString() + " " + state.path("eventsFolded").asString();
    }
}
