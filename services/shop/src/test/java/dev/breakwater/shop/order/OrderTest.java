package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.support.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static AggregateEvent event(String type, long version) {
        return new AggregateEvent(type, "e-" + version, "2026-01-01T00:00:00Z", "o-1", Json.object(), version);
    }

    @Test
    void foldsItsEventsToStatusAndVersion() {
        List<AggregateEvent> events = List.of(event("OrderCreated", 1), event("OrderConfirmed", 2), event("OrderCancelled", 3));
        assertEquals(List.of(new Order("", 0), new Order("pending", 1), new Order("confirmed", 2), new Order("cancelled", 3)),
                List.of(Order.of(events.subList(0, 0)), Order.of(events.subList(0, 1)), Order.of(events.subList(0, 2)), Order.of(events)));
    }

    @Test
    void orderWhosePaymentFailedIsOver() {
        assertEquals(new Order("payment_failed", 2), Order.of(List.of(event("OrderCreated", 1), event("PaymentFailed", 2))));
    }

    @Test
    void wishToCancelChangesTheVersionOnly() {
        assertEquals(new Order("pending", 2), Order.of(List.of(event("OrderCreated", 1), event("OrderCancellationRequested", 2))));
    }
}
