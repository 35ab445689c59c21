package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import io.lettuce.core.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What [OrderSagaLiveTest] shows not to happen.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NaiveSagaLiveTest {
    private static final int AT_ONCE = 40;
    private static final int ROUNDS = 10;

    private final Shop shop;

    NaiveSagaLiveTest() throws IOException {
        shop = Shop.all(Map.of(Variables.SWITCH_PREFIX + "SAGA", SwitchNames.NAIVE));
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
    }

    @Test
    void withoutMishapsOrdersEndAsTheyShould() throws Exception {
        String good = shop.order("keyboard");
        String dear = shop.order("yacht");
        String missing = shop.order("sold-out");
        assertEquals("completed", shop.ended(good).path("status").asString());
        assertEquals("failed", shop.ended(dear).path("status").asString());
        assertEquals("compensated", shop.ended(missing).path("status").asString());
        assertEquals(List.of("charge 49.90"), shop.ledger(good));
        assertEquals(List.of(), shop.ledger(dear));
        assertEquals(List.of("charge 15.00", "refund 15.00"), shop.ledger(missing));
    }

    @Test
    void whatComesTwiceIsPaidTwice() throws Exception {
        String order = shop.order("keyboard");
        shop.ended(order);
        shop.quiet();
        repeat(Streams.PAYMENT_COMMANDS, EventTypes.INITIATE_PAYMENT, order);
        assertEquals(List.of("charge 49.90", "charge 49.90"), shop.ledger(order));
    }

    @Test
    void whatIsUndoneTwiceIsGivenBackTwice() throws Exception {
        String order = shop.order("laptop");
        shop.ended(order);
        assertEquals(202, shop.post(Services.ORDER, "/orders/" + order + "/cancel", "").statusCode());
        Eventually.holds("it is undone", () -> shop.saga(order).path("status").asString().equals("compensated"));
        shop.quiet();
        long stock = Long.parseLong(shop.redis().get(Keys.stock("laptop")));
        repeat(Streams.PAYMENT_COMMANDS, EventTypes.REFUND_PAYMENT, order);
        repeat(Streams.INVENTORY_COMMANDS, EventTypes.RELEASE_INVENTORY, order);
        assertEquals(2, shop.ledger(order).stream().filter(entry -> entry.startsWith("refund")).count());
        assertEquals(stock + 1, Long.parseLong(shop.redis().get(Keys.stock("laptop"))));
    }

    private void repeat(String stream, String type, String order) {
        shop.redis().xrange(stream, Range.unbounded()).stream().map(entry -> entry.getBody())
                .filter(body -> body.getOrDefault("data", "").contains(order)).filter(body -> type.equals(body.get("eventType")))
                .forEach(body -> shop.redis().xadd(stream, body));
        shop.quiet();
    }

    @Test
    void ordersAtOnceOverwriteEachOthersStock() throws Exception {
        long placed = 0;
        for (int round = 0; round < ROUNDS && left() == Catalogue.MOUSE.initialStock() - placed; round++) {
            orderAtOnce().forEach(shop::ended);
            shop.quiet();
            placed += AT_ONCE;
        }
        long lost = left() - (Catalogue.MOUSE.initialStock() - placed);
        assertTrue(lost > 0, () -> "no unit was forgotten, left are " + left());
    }

    private long left() {
        String units = shop.redis().get(Keys.stock("mouse"));
        return units == null ? Catalogue.MOUSE.initialStock() : Long.parseLong(units);
    }

    private List<String> orderAtOnce() throws Exception {
        Callable<String> place = () -> shop.order("mouse");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(place);
        }
        List<String> orders = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> order : clients.invokeAll(calls)) {
                orders.add(order.get());
            }
        }
        return orders;
    }
}
