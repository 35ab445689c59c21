package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import dev.breakwater.contract.Queues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// A durable queue, as whoever uses it declares it.
///
/// @param arguments of its declaration; a queue that is there with other ones is refused by the broker
/// @param exchange to which it is bound by its own name, beside the default one; direct
public record QueueSpec(String name, Map<String, Object> arguments, Optional<String> exchange) {
    public QueueSpec {
        arguments = Map.copyOf(arguments);
    }

    public static QueueSpec of(String name, Map<String, Object> arguments) {
        return new QueueSpec(name, arguments, Optional.empty());
    }

    public static QueueSpec plain(String name) {
        return of(name, Map.of());
    }

    /// Where orders end that were given up.
    public static QueueSpec failedOrders() {
        return new QueueSpec(Queues.FAILED_ORDERS, Map.of(), Optional.of(Queues.DEAD_LETTER_EXCHANGE));
    }

    void declare(Channel channel) throws IOException {
        channel.queueDeclare(name, true, false, false, arguments);
        if (exchange.isPresent()) {
            channel.exchangeDeclare(exchange.get(), BuiltinExchangeType.DIRECT, true);
            channel.queueBind(name, exchange.get(), name);
        }
    }
}
