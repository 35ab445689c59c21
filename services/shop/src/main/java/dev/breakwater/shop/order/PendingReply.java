package dev.breakwater.shop.order;

import dev.breakwater.contract.Keys;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.json.Times;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import java.time.Instant;
import java.util.Optional;

/// A request for payment that waits for its reply, as Redis holds it until it expires.
///
/// @param since when it was made
record PendingReply(Stored stored, String orderId, Instant since) {
    /// @return empty if it was answered, has expired, or never was
    static Optional<PendingReply> read(Redis redis, String correlationId) {
        Stored stored = redis.read(Keys.pending(correlationId));
        return stored.json().map(json -> {
            Fields fields = Fields.of(json);
            return new PendingReply(stored, fields.text(PaymentMessages.ORDER_ID),
                    Times.instant(PaymentMessages.TIMESTAMP, fields.text(PaymentMessages.TIMESTAMP)));
        });
    }

    /// What Redis is to hold of a request that is made now.
    static String first(String orderId, Instant now) {
        return Json.write(Json.object().put(PaymentMessages.ORDER_ID, orderId)
                .put(PaymentMessages.STATUS, PaymentMessages.WAITING_PAYMENT).put(PaymentMessages.TIMESTAMP, now.toString()));
    }
}
