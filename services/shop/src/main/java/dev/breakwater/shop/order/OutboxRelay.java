package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Carries the outbox over to RabbitMQ. An entry is acknowledged when the broker has confirmed the message,
/// so that none is lost; one may come twice, under the same message id.
final class OutboxRelay implements EventHandler {
    /// Field of a confirmation: `{paymentId, status}`. Whoever knows it already sends it along.
    static final String RECEIPT = "receipt";

    private final QueuePublisher queue;
    private final PaymentReceipts receipts;
    private final InstantSource clock;

    OutboxRelay(QueuePublisher queue, PaymentReceipts receipts, InstantSource clock) {
        this.queue = queue;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public Commit handle(Event event) {
        String orderId = event.orderId();
        event.fields().word(PaymentMessages.TYPE, PaymentMessages.TYPES); // on the queue, a bad one would only be thrown away
        ObjectNode body = event.data().deepCopy();
        if (event.type().equals(EventTypes.ORDER_CONFIRMED) && !body.has(RECEIPT)) {
            receipts.find(orderId).ifPresent(receipt -> body.set(RECEIPT, receipt));
        }
        try {
            queue.publish(new Message(event.id(), orderId, clock.instant(), body, Map.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("rabbitmq", e);
        }
        return new Commit();
    }

    /// A broker that has not started yet is no failure: nothing is sent before it answers for the first time.
    @Override
    public void prepare() {
        queue.ping();
    }
}
