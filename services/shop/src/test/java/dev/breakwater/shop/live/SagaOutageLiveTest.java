package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.inventory.InventoryService;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.user.UserService;
import io.lettuce.core.Consumer;
import io.lettuce.core.XReadArgs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
class SagaOutageLiveTest {
    @Test
    void orderWhosePaymentDoesNotAnswerIsCancelledAndCostsNothing() throws Exception {
        try (Shop shop = new Shop(Map.of("SWITCH_SAGA_STEP_TIMEOUT_MILLIS", "300"))) {
            shop.start(Services.USER, UserService::assemble);
            shop.start(Services.INVENTORY, InventoryService::assemble);
            shop.start(Services.ORDER, OrderService::assemble);
            String order = shop.order("keyboard");
            Eventually.holds("compensating", () -> shop.saga(order).path("step").asString().equals("compensating"));
            shop.start(Services.PAYMENT, PaymentService::assemble);
            assertEquals("timeout", shop.ended(order).path("reason").asString());
            shop.quiet();
            assertEquals(List.of(), shop.ledger(order));
            assertEquals("1000000", shop.redis().get("stock:keyboard"));
            assertEquals(List.of("OrderCreated", "OrderCancelled"), shop.types(Streams.ORDER_EVENTS, order));
        }
    }

    @Test
    @SuppressWarnings("unchecked") // an array of generic offsets
    void whatAnotherConsumerLeftPendingIsTakenOver() throws Exception {
        try (Shop shop = new Shop(Map.of())) {
            shop.start(Services.USER, UserService::assemble);
            shop.start(Services.ORDER, OrderService::assemble);
            shop.start(Services.INVENTORY, InventoryService::assemble);
            Chassis payments = shop.start(Services.PAYMENT, PaymentService::assemble);
            Eventually.holds("group is there", () -> shop.redis().exists(Streams.ORDER_EVENTS) == 1);
            payments.close();
            String order = shop.order("keyboard");
            shop.redis().xreadgroup(Consumer.from(Services.PAYMENT, "died between work and ack"),
                    XReadArgs.StreamOffset.from(Streams.ORDER_EVENTS, ">"));
            shop.start(Services.PAYMENT, PaymentService::assemble);
            assertEquals("completed", shop.ended(order).path("status").asString());
        }
    }

    @Test
    void killedRedisLosesNoOrderAndNoGroup() throws Exception {
        try (Shop shop = Shop.all()) {
            String before = shop.order("mouse");
            shop.redis.killAndRestart();
            assertEquals("completed", shop.ended(before).path("status").asString());
            assertEquals("completed", shop.ended(shop.order("mouse")).path("status").asString());
            shop.redis().xgroupDestroy(Streams.PAYMENT_COMMANDS, Services.PAYMENT);
            assertEquals("completed", shop.ended(shop.order("mouse")).path("status").asString());
            assertEquals(List.of("charge 19.90"), shop.ledger(before));
        }
    }

    @Test
    void healthTellsWhichDependencyIsAway() throws Exception {
        try (Shop shop = Shop.all()) {
            assertEquals(Map.entry(503, Set.of("down", "up")), health(shop, Services.ORDER));
            assertEquals(Map.entry(200, Set.of("up")), health(shop, Services.PROJECTION));
        }
    }

    private static Map.Entry<Integer, Set<String>> health(Shop shop, String service) throws Exception {
        var answer = shop.get(service, "/health");
        Set<String> states = new TreeSet<>();
        Json.parseObject(answer.body()).get("dependencies").forEach(state -> states.add(state.asString()));
        return Map.entry(answer.statusCode(), states);
    }
}
