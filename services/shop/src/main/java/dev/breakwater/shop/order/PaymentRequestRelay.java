package dev.breakwater.shop.order;

import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.processing.QueuedOrder;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import java.time.InstantSource;
import java.util.Map;

/// Carries requests for payment over to RabbitMQ; acknowledged when the broker has confirmed them.
final class PaymentRequestRelay implements EventHandler {
    private final QueuePublisher requests;
    private final InstantSource clock;

    /// @param requests declares the queue of the replies too, so that none comes before there is one
    PaymentRequestRelay(QueuePublisher requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Commit handle(Event request) {
        check(request.fields());
        try {
            send(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("rabbitmq", e);
        }
        return new Commit();
    }

    /// What nobody could read is told of here: on the queue it would only be thrown away.
    private static void check(Fields request) {
        request.id(PaymentMessages.ORDER_ID);
        QueuedOrder.amount(request);
        request.id(PaymentMessages.CORRELATION_ID);
        request.text(PaymentMessages.REPLY_TO);
    }

    /// @throws OutageException if the broker did not confirm it
    void send(Event request) throws InterruptedException {
        requests.publish(new Message(request.id(), request.correlationId(), clock.instant(), request.data(), Map.of()));
    }

    @Override
    public void prepare() {
        requests.ping();
    }
}
