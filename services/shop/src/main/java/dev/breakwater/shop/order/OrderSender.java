package dev.breakwater.shop.order;

import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.outage.Patience;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/// Sends orders into the queue from which they are charged. Robust: the sender waits for the broker's confirmation, and tries again
/// without it. Naive: it hands the message over, and believes.
interface OrderSender extends AutoCloseable {
    /// @throws OutageException if the broker did not take it, as far as we know
    void send(Message message);

    /// @throws OutageException if RabbitMQ does not answer
    void ping();

    @Override
    void close();

    /// What all of them need.
    ///
    /// @param variant [SwitchNames#ROBUST] or [SwitchNames#NAIVE]
    record Ground(URI rabbit, Telemetry telemetry, Bodies bodies, Supplier<String> variant) {
        private QueuePublisher publisher(QueueSpec queue) {
            return new QueuePublisher(rabbit, Services.ORDER, List.of(queue), telemetry, bodies);
        }

        private boolean robust() {
            return variant.get().equals(SwitchNames.ROBUST);
        }
    }

    /// To one queue.
    static OrderSender to(QueueSpec queue, Ground ground) {
        QueuePublisher publisher = ground.publisher(queue);
        return new OrderSender() {
            @Override
            public void send(Message message) {
                if (ground.robust()) {
                    confirmed(publisher, message);
                } else {
                    publisher.forget(message);
                }
            }

            @Override
            public void ping() {
                publisher.ping();
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }

    /// To the queue with priorities; naive, urgent orders stand in the same line as all others.
    static OrderSender byPriority(Ground ground) {
        QueuePublisher priorities = ground.publisher(QueueSpec.of(Queues.URGENT_ORDERS, Queues.PRIORITIES));
        QueuePublisher plain = ground.publisher(QueueSpec.plain(Queues.ORDER_PROCESSING));
        return new OrderSender() {
            @Override
            public void send(Message message) {
                confirmed(ground.robust() ? priorities : plain, message);
            }

            @Override
            public void ping() {
                priorities.ping();
                plain.ping();
            }

            @Override
            public void close() {
                priorities.close();
                plain.close();
            }
        };
    }

    private static void confirmed(QueuePublisher publisher, Message message) {
        Patience.with(() -> {
            try {
                publisher.publish(message);
                return message;
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new OutageException("rabbitmq", closing);
            }
        });
    }
}
