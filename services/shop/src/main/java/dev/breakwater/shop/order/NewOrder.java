package dev.breakwater.shop.order;

import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a client wants to order.
record NewOrder(String userId, List<OrderItem> items) {
    private static final int MAX_ITEMS = 100;

    NewOrder {
        items = List.copyOf(items);
    }

    /// @throws dev.breakwater.shop.support.json.FieldException that names the field
    static NewOrder read(Fields fields) {
        return new NewOrder(fields.id("userId"), fields.objects("items", MAX_ITEMS).stream().map(OrderItem::read).toList());
    }

    BigDecimal totalAmount() {
        return items.stream().map(OrderItem::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What the event `OrderCreated` tells.
    ObjectNode json(String orderId) {
        ObjectNode json = Json.object().put("orderId", orderId).put("sagaId", orderId).put("userId", userId);
        ArrayNode list = json.putArray("items");
        items.forEach(item -> list.add(item.json()));
        return json.put("totalAmount", totalAmount());
    }
}
