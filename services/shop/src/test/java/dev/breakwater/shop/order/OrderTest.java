package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OrderTest {
    private static final String CREATED = """
            {"orderId":"o-1","userId":"u-1","items":[{"productId":"mouse","quantity":2,"colour":"red"}],"totalAmount":39.8}""";

    private static AggregateEvent event(String type, long version) {
        ObjectNode data = type.equals("OrderCreated") ? Json.parseObject(CREATED) : Json.object();
        return new AggregateEvent(type, "e-" + version, "2026-01-01T00:00:0" + version % 10 + "Z", "o-1", data, version);
    }

    private static String statusAndVersion(List<AggregateEvent> events) {
        return Order.of(events).status() + " " + Order.of(events).version();
    }

    @Test
    void foldsItsEventsToStatusAndVersion() {
        List<AggregateEvent> events = List.of(event("OrderCreated", 1), event("OrderConfirmed", 2), event("OrderCancelled", 3));
        assertEquals(List.of(" 0", "pending 1", "confirmed 2", "cancelled 3"), List.of(statusAndVersion(events.subList(0, 0)),
                statusAndVersion(events.subList(0, 1)), statusAndVersion(events.subList(0, 2)), statusAndVersion(events)));
    }

    @Test
    void orderWhosePaymentFailedIsOver() {
        assertEquals("payment_failed 2", statusAndVersion(List.of(event("OrderCreated", 1), event("PaymentFailed", 2))));
    }

    @Test
    void wishToCancelChangesTheVersionOnly() {
        assertEquals("pending 2", statusAndVersion(List.of(event("OrderCreated", 1), event("OrderCancellationRequested", 2))));
    }

    @Test
    void keepsWhatWasOrderedWhateverComesLater() {
        Order order = Order.of(List.of(event("OrderCreated", 1), event("OrderCancelled", 2)));
        assertEquals(new Order("cancelled", "u-1", new BigDecimal("39.80"), Json.parseObject(CREATED).withArray("items"),
                "2026-01-01T00:00:01Z", "2026-01-01T00:00:02Z", 2), order);
    }

    @Provide
    Arbitrary<List<String>> lives() {
        return Arbitraries.of("OrderConfirmed", "OrderCancelled", "OrderCancellationRequested", "OrderPraised").list().ofMaxSize(8);
    }

    @Property(tries = 200)
    void fromAnySnapshotItIsTheSameAsFromTheFirstEvent(@ForAll("lives") List<String> later) {
        Order whole = Order.NONE.after(event("OrderCreated", 1));
        for (int snapshotAt = 1; snapshotAt <= later.size() + 1; snapshotAt++) {
            Order fromFirst = Order.NONE.after(event("OrderCreated", 1));
            Order fromSnapshot = snapshotAt == 1 ? stored(fromFirst) : fromFirst;
            for (int version = 2; version <= later.size() + 1; version++) {
                AggregateEvent event = event(later.get(version - 2), version);
                fromFirst = fromFirst.after(event);
                fromSnapshot = version == snapshotAt ? stored(fromFirst) : fromSnapshot.after(event);
            }
            assertEquals(fromFirst, fromSnapshot);
            whole = fromFirst;
        }
        assertEquals(later.size() + 1, whole.version());
    }

    /// As it comes back from where snapshots are kept.
    private static Order stored(Order order) {
        Snapshot written = new Snapshot(order, "17-0");
        Snapshot read = Snapshot.read(Json.parseObject(Json.write(written.json())));
        assertEquals(written, read);
        return read.order();
    }

    @Test
    void orderOfSomebodyElseWithoutAmountCostsNothing() {
        AggregateEvent foreign = new AggregateEvent("OrderCreated", "e-1", "2026-01-01T00:00:00Z", "o-1", Json.object(), 1);
        assertEquals(new BigDecimal("0.00"), Order.of(List.of(foreign)).totalAmount());
    }
}
