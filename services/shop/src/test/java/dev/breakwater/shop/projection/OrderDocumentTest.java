package dev.breakwater.shop.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.client.model.ReplaceOneModel;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class OrderDocumentTest {
    private static ObjectNode order() {
        return Json.parseObject("""
                {"userId":"u-1","items":[{"productId":"mouse","quantity":2}],"totalAmount":39.80,"status":"pending",
                "createdAt":"2026-01-01T00:00:00.123456Z","updatedAt":"2026-01-01T00:00:01","version":1}""");
    }

    @Test
    void hasTheFieldsOfTheReadModelAndNoOther() {
        var write = (ReplaceOneModel<Document>) OrderDocument.of("o-1", Fields.of(order()));
        assertEquals(new Document("_id", "o-1").append("orderId", "o-1").append("userId", "u-1")
                .append("items", List.of(new Document("productId", "mouse").append("quantity", 2)))
                .append("totalAmount", 39.8).append("status", "pending")
                .append("createdAt", "2026-01-01T00:00:00.123Z").append("updatedAt", "2026-01-01T00:00:01.000Z"), write.getReplacement());
        assertEquals(new Document("_id", "o-1"), write.getFilter());
    }

    @Test
    void aNameThatNoDocumentCanHaveIsRefused() {
        ObjectNode order = order();
        ((ObjectNode) order.get("items").get(0)).put("a\0b", 1);
        assertEquals("a?b", assertThrows(FieldException.class, () -> OrderDocument.of("o-1", Fields.of(order))).field());
    }

    @Test
    void whatIsMissingIsNamed() {
        for (String field : List.of("userId", "items", "totalAmount", "status", "createdAt", "updatedAt")) {
            ObjectNode order = order();
            order.remove(field);
            assertEquals(field, assertThrows(FieldException.class, () -> OrderDocument.of("o-1", Fields.of(order))).field());
        }
        Fields senseless = Fields.of(order().put("updatedAt", "yesterday"));
        assertEquals("updatedAt", assertThrows(FieldException.class, () -> OrderDocument.of("o-1", senseless)).field());
    }
}
