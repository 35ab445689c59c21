package dev.breakwater.shop.order;

import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.processing.QueuedOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes orders that are charged later: they are put into a queue, and the client need not wait.
final class ProcessingApi {
    private final InstantSource clock;
    private final Supplier<Integer> ttlMillis;
    private final Supplier<Integer> urgentPriority;
    private final AtomicReference<@Nullable OrderSender> sender = new AtomicReference<>();

    /// @param ttlMillis how long a message may wait in the queue
    /// @param urgentPriority of urgent orders; the others have 0
    ProcessingApi(InstantSource clock, Supplier<Integer> ttlMillis, Supplier<Integer> urgentPriority) {
        this.clock = clock;
        this.ttlMillis = ttlMillis;
        this.urgentPriority = urgentPriority;
    }

    /// Orders go through it until it is closed.
    AutoCloseable through(OrderSender next) {
        sender.set(next);
        return () -> {
            sender.compareAndSet(next, null);
            next.close();
        };
    }

    /// @throws dev.breakwater.shop.support.outage.OutageException if orders go through a queue, and RabbitMQ does not answer
    void ping() {
        OrderSender open = sender.get();
        if (open != null) {
            open.ping();
        }
    }

    /// `POST /order-processing {orderId, userId, amount, urgent?}` → 202 when the message is with the broker
    Reply accept(Request request) {
        Fields fields = request.fields();
        Instant now = clock.instant();
        QueuedOrder order = new QueuedOrder(fields.id("orderId"), fields.id("userId"), QueuedOrder.amount(fields), now);
        boolean urgent = fields.optionalFlag("urgent");
        request.isAbout(order.orderId());
        OrderSender open = sender.get();
        if (open == null) {
            throw new ApiException(409, "orders go through no queue in this scenario");
        }
        String correlationId = UUID.randomUUID().toString();
        open.send(new Message(order.orderId(), correlationId, now, order.json(), Map.of(), urgent ? urgentPriority.get() : 0,
                ttlMillis.get()));
        return Reply.of(202, Json.object().put("orderId", order.orderId()).put("correlationId", correlationId).put("status", "queued"));
    }
}
