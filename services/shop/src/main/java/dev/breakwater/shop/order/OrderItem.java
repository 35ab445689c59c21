package dev.breakwater.shop.order;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/// So many of one product.
record OrderItem(String productId, long quantity) {
    private static final int MAX_QUANTITY = 10_000;

    static OrderItem read(Fields fields) {
        return new OrderItem(fields.id("productId"), fields.whole("quantity", 1, MAX_QUANTITY));
    }

    BigDecimal price() {
        return Catalogue.product(productId).price().multiply(BigDecimal.valueOf(quantity));
    }

    ObjectNode json() {
        return Json.object().put("productId", productId).put("quantity", quantity);
    }
}
