package dev.breakwater.shop.support.processing;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// The payment of one order. Each order has one at most, and it is charged once at most: every transition leaves a payment
/// alone that has gone further already.
///
/// @param error why it was declined; empty otherwise
/// @param processedAt ISO-8601: when its status changed last
/// @param refundWanted a refund is on its way, so that it is not ordered twice
public record Payment(String orderId, String paymentId, BigDecimal amount, PaymentStatus status, String error, String processedAt,
        boolean refundWanted) {
    /// @param at now
    public static Payment pending(String orderId, BigDecimal amount, Instant at) {
        return new Payment(orderId, "pay-" + UUID.randomUUID(), amount, PaymentStatus.PENDING, "", at.toString(), false);
    }

    /// Charges it, or declines it if it is above the limit.
    public Payment charge(BigDecimal charged, Instant at) {
        if (status != PaymentStatus.PENDING) {
            return this;
        }
        boolean good = charged.compareTo(Catalogue.PAYMENT_LIMIT) <= 0;
        return new Payment(orderId, paymentId, charged, good ? PaymentStatus.COMPLETED : PaymentStatus.FAILED,
                good ? "" : "amount over limit", at.toString(), refundWanted);
    }

    /// Gives back what was charged; what was not charged yet never will be.
    public Payment refund(Instant at) {
        return switch (status) {
            case PENDING -> new Payment(orderId, paymentId, amount, PaymentStatus.CANCELLED, "order was cancelled", at.toString(), true);
            case COMPLETED -> new Payment(orderId, paymentId, amount, PaymentStatus.REFUNDED, "", at.toString(), true);
            case FAILED, REFUNDED, CANCELLED -> this;
        };
    }

    /// A refund is to be ordered, unless one is on its way or there is nothing to give back.
    public Payment wantRefund() {
        return switch (status) {
            case PENDING, COMPLETED -> new Payment(orderId, paymentId, amount, status, error, processedAt, true);
            case FAILED, REFUNDED, CANCELLED -> this;
        };
    }

    public static Payment read(ObjectNode json) {
        Fields fields = Fields.of(json);
        return new Payment(fields.text("orderId"), fields.text("paymentId"), fields.money("amount"),
                PaymentStatus.of(fields.text("status")).orElseThrow(() -> new FieldException("status", "is no status of a payment")),
                fields.optionalText("error").orElse(""), fields.text("processedAt"), json.path("refundWanted").asBoolean(false));
    }

    public ObjectNode json() {
        ObjectNode json = Json.object().put("paymentId", paymentId).put("orderId", orderId).put("amount", amount)
                .put("status", status.word());
        if (error.isEmpty()) {
            json.putNull("error");
        } else {
            json.put("error", error);
        }
        json.put("processedAt", processedAt);
        return refundWanted ? json.put("refundWanted", true) : json;
    }
}
