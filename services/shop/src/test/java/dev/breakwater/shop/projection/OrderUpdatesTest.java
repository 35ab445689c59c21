package dev.breakwater.shop.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.client.model.UpdateOneModel;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Event;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class OrderUpdatesTest {
    private static Event event(String type, String timestamp, String data) {
        return new Event(type, "e-1", timestamp, "test", Json.parseObject(data), "o-1");
    }

    private static Document update(Event event) {
        return (Document) ((UpdateOneModel<Document>) OrderUpdates.of(event).orElseThrow()).getUpdate();
    }

    @Test
    void createdOrderIsPendingUnlessItHasGoneFurther() {
        Document update = update(event("OrderCreated", "2026-01-01T00:00:00", """
                {"orderId":"o-1","userId":"u-1","items":[{"productId":"a","quantity":2,"x":1e400}],"totalAmount":20.00}"""));
        assertEquals("pending", update.get("$min", Document.class).get("status"));
        assertEquals("2026-01-01T00:00:00.000Z", update.get("$set", Document.class).get("createdAt"));
        assertEquals(20.0, update.get("$set", Document.class).get("totalAmount"));
    }

    @Test
    void everyUpdateFindsItsDocumentByTheIdAlone() {
        for (String type : List.of("OrderConfirmed", "OrderCancelled", "PaymentFailed")) {
            Event event = event(type, "2026-01-01T00:00:00Z", "{\"orderId\":\"o-1\"}");
            assertEquals(new Document("_id", "o-1"), ((UpdateOneModel<Document>) OrderUpdates.of(event).orElseThrow()).getFilter());
        }
    }

    @Test
    void otherEventsChangeNothing() {
        assertEquals(false, OrderUpdates.of(event("OrderShipped", "2026-01-01T00:00:00Z", "{\"orderId\":\"o-1\"}")).isPresent());
    }

    @Test
    void eventWithoutItemsIsPoison() {
        Event poison = event("OrderCreated", "2026-01-01T00:00:00Z", "{\"orderId\":\"o-1\",\"userId\":\"u-1\",\"totalAmount\":20.00}");
        assertEquals("items", assertThrows(FieldException.class, () -> OrderUpdates.of(poison)).field());
    }

    @Test
    void eventWithASenselessTimeIsPoison() {
        Event poison = event("OrderConfirmed", "yesterday", "{\"orderId\":\"o-1\"}");
        assertEquals("timestamp", assertThrows(FieldException.class, () -> OrderUpdates.of(poison)).field());
    }
}
