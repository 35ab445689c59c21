package dev.breakwater.shop.support.amqp;

import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How a service takes orders from one queue.
///
/// @param name of the connection, for whoever looks at the broker
/// @param prefetch how many messages may be in its hands; 0 = no limit
/// @param bodies what becomes of the bodies of messages on their way
public record OrderQueue(URI uri, String name, QueueSpec queue, Supplier<Integer> prefetch, Telemetry telemetry, Bodies bodies) {
    /// Robust where `robust` says so: what failed is tried again after a pause, and given up to `failed-orders` at last.
    ///
    /// @param limit how often to try again
    /// @param pauseMillis before the first retry; it doubles
    public QueueConsumer consumeWithRetries(MessageHandler handler, BooleanSupplier robust, Supplier<Integer> limit,
            Supplier<Integer> pauseMillis) {
        List<QueueSpec> queues = Stream.concat(Stream.of(queue, QueueSpec.failedOrders()), Retries.queues(queue).stream()).toList();
        QueuePublisher publisher = new QueuePublisher(uri, name, queues, telemetry, bodies);
        Retries retries = new Retries(publisher, queue, limit, pauseMillis);
        FailurePolicy naive = queue.arguments().isEmpty() ? FailurePolicies::giveBack
                : (delivery, why) -> Retries.republish(publisher, queue.name(), delivery, why);
        return consumer(queues, handler,
                (delivery, why) -> (robust.getAsBoolean() ? retries : naive).failed(delivery, why), List.of(publisher));
    }

    /// What failed is tried once more, and put aside then.
    public QueueConsumer consume(MessageHandler handler) {
        QueuePublisher publisher = new QueuePublisher(uri, name, List.of(QueueSpec.failedOrders()), telemetry, bodies);
        return consumer(List.of(queue), handler, new OnceMore(new DeadLetterBox(publisher, queue)), List.of(publisher));
    }

    private QueueConsumer consumer(List<QueueSpec> queues, MessageHandler handler, FailurePolicy onFailure,
            List<QueuePublisher> publishers) {
        return new QueueConsumer(new RabbitConnection(uri, name, queues), name, queue.name(), prefetch, telemetry, bodies,
                handler, onFailure, publishers);
    }
}
