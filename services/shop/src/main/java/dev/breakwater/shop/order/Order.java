package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An order as its events tell it.
///
/// @param items as they were ordered
/// @param createdAt when its first event happened, as that tells it; empty if there is none
/// @param updatedAt when its last event happened
/// @param version of the last event; 0 if there is none
record Order(String status, String userId, BigDecimal totalAmount, ArrayNode items, String createdAt, String updatedAt, long version) {
    static final Order NONE = new Order("", "", BigDecimal.ZERO, Json.object().putArray("items"), "", "", 0);
    private static final int CENTS = 2;

    /// @param events from version 1 on
    static Order of(List<AggregateEvent> events) {
        Order order = NONE;
        for (AggregateEvent event : events) {
            order = order.after(event);
        }
        return order;
    }

    boolean exists() {
        return version > 0;
    }

    Order after(AggregateEvent event) {
        return switch (event.type()) {
            case EventTypes.ORDER_CREATED -> created(event);
            case EventTypes.ORDER_CONFIRMED -> changed(event, SagaStates.ORDER_CONFIRMED);
            case EventTypes.PAYMENT_FAILED -> changed(event, SagaStates.ORDER_PAYMENT_FAILED);
            case EventTypes.ORDER_CANCELLED -> changed(event, SagaStates.ORDER_CANCELLED);
            default -> changed(event, status);
        };
    }

    private static Order created(AggregateEvent event) {
        ObjectNode data = event.data();
        return new Order(SagaStates.ORDER_PENDING, data.path("userId").asString(""), money(data.path("totalAmount")), items(data),
                event.timestamp(), event.timestamp(), event.version());
    }

    private Order changed(AggregateEvent event, String next) {
        return new Order(next, userId, totalAmount, items, createdAt, event.timestamp(), event.version());
    }

    /// With two decimals at least, so that the same amount is equal.
    private static BigDecimal money(JsonNode node) {
        BigDecimal amount = node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
        return amount.scale() < CENTS ? amount.setScale(CENTS) : amount;
    }

    private static ArrayNode items(ObjectNode json) {
        return json.get("items") instanceof ArrayNode list ? list : Json.object().putArray("items");
    }

    static Order read(ObjectNode json) {
        return new Order(json.path("status").asString(""), json.path("userId").asString(""), money(json.path("totalAmount")),
                items(json), json.path("createdAt").asString(""), json.path("updatedAt").asString(""), json.path("version").asLong(0));
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("status", status).put("userId", userId).put("totalAmount", totalAmount);
        json.set("items", items);
        return json.put("createdAt", createdAt).put("updatedAt", updatedAt).put("version", version);
    }
}
