package dev.breakwater.shop.inventory;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is reserved for one order.
///
/// @param items as they were sent, unknown fields included; empty if they are not known yet
record Reservation(String orderId, ReservationStatus status, ArrayNode items) {
    private static final int MAX_ITEMS = 1000;
    private static final int MAX_QUANTITY = 1_000_000_000;

    static Reservation read(ObjectNode json) {
        Fields fields = Fields.of(json);
        ArrayNode items = json.get("items") instanceof ArrayNode list ? list : Json.object().putArray("items");
        return new Reservation(fields.text("orderId"), ReservationStatus.of(fields.text("status"))
                .orElseThrow(() -> new FieldException("status", "is no status of a reservation")), items);
    }

    /// The items of a message, checked.
    ///
    /// @throws FieldException that names what is wrong with them
    static ArrayNode items(Fields message) {
        message.objects("items", MAX_ITEMS).forEach(item -> {
            item.id("productId");
            item.whole("quantity", 1, MAX_QUANTITY);
        });
        return (ArrayNode) message.node().get("items");
    }

    /// Units by product; a product that stands there twice counts together.
    Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        items.forEach(item -> units.merge(item.path("productId").asString(), item.path("quantity").asLong(), Long::sum));
        return units;
    }

    Reservation as(ReservationStatus next) {
        return new Reservation(orderId, next, items);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("orderId", orderId).put("status", status.word());
        json.set("items", items);
        return json;
    }
}
