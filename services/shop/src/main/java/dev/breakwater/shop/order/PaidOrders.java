package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/// Ends orders by the result of their payment, each once.
final class PaidOrders {
    private final Aggregates aggregates;
    private final InstantSource clock;

    PaidOrders(Aggregates aggregates, InstantSource clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /// The order's end: on its aggregate, to all who listen, and to the client by way of the outbox. Empty if it has ended already.
    Commit ending(String orderId, PaymentResult result) {
        Order order = aggregates.order(orderId);
        if (!order.status().equals(SagaStates.ORDER_PENDING)) {
            return new Commit();
        }
        ObjectNode data = Json.object().put(PaymentMessages.ORDER_ID, orderId);
        ObjectNode message = Json.object()
                .put(PaymentMessages.TYPE, result.success() ? PaymentMessages.TYPE_CONFIRMED : PaymentMessages.TYPE_PAYMENT_FAILED)
                .put(PaymentMessages.ORDER_ID, orderId);
        if (result.success()) {
            message.set(OutboxRelay.RECEIPT, Json.object().put(PaymentMessages.PAYMENT_ID, result.paymentId()));
        } else if (!result.error().isEmpty()) {
            data.put("reason", result.error());
            message.put("reason", result.error());
        }
        Event event = event(result, orderId, data);
        return Aggregates.append(new Commit(), event, orderId, order.version())
                .send(Streams.ORDER_EVENTS, event)
                .send(Streams.NOTIFICATION_OUTBOX, event(result, orderId, message));
    }

    private Event event(PaymentResult result, String orderId, ObjectNode data) {
        String type = result.success() ? EventTypes.ORDER_CONFIRMED : EventTypes.PAYMENT_FAILED;
        return Event.of(type, Services.ORDER, orderId, data, clock.instant());
    }
}
