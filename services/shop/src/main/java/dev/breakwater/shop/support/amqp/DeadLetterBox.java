package dev.breakwater.shop.support.amqp;

import dev.breakwater.contract.Queues;
import java.io.IOException;

/// Puts the messages of one queue aside that nobody can handle: by rejecting them where the queue sends dead letters, else by sending
/// them there. A message leaves its queue when the broker has confirmed the copy.
///
/// @param publisher that has declared [QueueSpec#failedOrders]
record DeadLetterBox(QueuePublisher publisher, QueueSpec queue) {
    /// @throws dev.breakwater.shop.support.outage.OutageException if the broker did not take the copy
    void take(Delivery delivery, RuntimeException why) throws IOException, InterruptedException {
        if (queue.arguments().containsKey(Queues.DEAD_LETTER_ARGUMENT)) {
            delivery.reject();
            return;
        }
        publisher.forward(new Destination(Queues.DEAD_LETTER_EXCHANGE, Queues.FAILED_ORDERS),
                delivery.aside(why, queue.name()), delivery.body());
        delivery.ack();
    }
}
