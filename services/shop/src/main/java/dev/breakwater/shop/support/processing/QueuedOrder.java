package dev.breakwater.shop.support.processing;

import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.json.Times;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// An order to be charged, as it travels through a queue.
///
/// @param timestamp when it was sent
public record QueuedOrder(String orderId, String userId, BigDecimal amount, Instant timestamp) {
    /// @throws FieldException that names the field
    public static QueuedOrder read(ObjectNode body) {
        Fields fields = Fields.of(body);
        return new QueuedOrder(fields.id("orderId"), fields.id("userId"), amount(fields),
                Times.instant("timestamp", fields.text("timestamp")));
    }

    /// More than nothing.
    ///
    /// @throws FieldException if it is not
    public static BigDecimal amount(Fields fields) {
        BigDecimal amount = fields.money("amount");
        if (amount.signum() == 0) {
            throw new FieldException("amount", "must be greater than 0");
        }
        return amount;
    }

    public ObjectNode json() {
        return Json.object().put("orderId", orderId).put("userId", userId).put("amount", amount).put("timestamp", timestamp.toString());
    }
}
