package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Publishes persistent messages and waits for the broker's confirmation of each. For any number of threads:
/// they wait for their confirmations side by side.
public final class QueuePublisher implements AutoCloseable {
    private static final long CONFIRM_TIMEOUT_MILLIS = 2500;

    private final RabbitConnection rabbit;
    private final Telemetry telemetry;
    private final Bodies bodies;
    private final String queue;
    private final ReentrantLock publishing = new ReentrantLock();
    private @Nullable Confirms confirms;

    /// @param name of the connection, for whoever looks at the broker
    /// @param queues declared when the connection is opened; the first one takes what is published without a destination
    /// @param bodies what becomes of the bodies of messages on their way
    public QueuePublisher(URI uri, String name, List<QueueSpec> queues, Telemetry telemetry, Bodies bodies) {
        this.rabbit = new RabbitConnection(uri, name, queues);
        this.telemetry = telemetry;
        this.bodies = bodies;
        this.queue = queues.getFirst().name();
    }

    /// Returns when the broker has the message on disk.
    ///
    /// @throws OutageException if it did not confirm: the message may be in the queue all the same
    public void publish(Message message) throws InterruptedException {
        forward(Destination.queue(queue), properties(message), body(message));
    }

    /// As [#publish], to a queue that somebody else has declared: a reply, to where the request wants it.
    ///
    /// @return false if there is no such queue
    public boolean publishTo(String destination, Message message) throws InterruptedException {
        try {
            forward(Destination.queue(destination), properties(message), body(message));
            return true;
        } catch (OutageException e) {
            if (NoQueueException.isBehind(e)) {
                return false;
            }
            throw e;
        }
    }

    /// Hands the message over and does not wait for the broker's word; whether it arrives, nobody knows.
    ///
    /// @throws OutageException if there is no connection to hand it to
    public void forget(Message message) {
        forget(Destination.queue(queue), properties(message), body(message));
    }

    /// As [#publish], of a message as it came or is to go, to any destination.
    void forward(Destination to, AMQP.BasicProperties properties, byte[] body) throws InterruptedException {
        Sending sending = Sending.begin(telemetry, to, properties, body);
        Channel channel = null;
        try {
            channel = rabbit.channel();
            confirmed(channel, to, sending.properties(), body).get(CONFIRM_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw sending.failed(e.getCause() instanceof RefusedException ? new OutageException("rabbitmq", e) : lost(channel, e));
        } catch (IOException | TimeoutException | AlreadyClosedException e) {
            throw sending.failed(lost(channel, e));
        } catch (OutageException e) {
            throw sending.failed(e);
        } finally {
            sending.end();
        }
    }

    void forget(Destination to, AMQP.BasicProperties properties, byte[] body) {
        Sending sending = Sending.begin(telemetry, to, properties, body);
        Channel channel = null;
        try {
            channel = rabbit.channel();
            unconfirmed(channel, to, sending.properties(), body);
        } catch (IOException | AlreadyClosedException e) {
            throw sending.failed(lost(channel, e));
        } catch (OutageException e) {
            throw sending.failed(e);
        } finally {
            sending.end();
        }
    }

    private OutageException lost(@Nullable Channel channel, Exception why) {
        if (channel != null) {
            rabbit.reset(channel);
        }
        return new OutageException("rabbitmq", why);
    }

    private byte[] body(Message message) {
        return bodies.outgoing(Json.write(message.body())).getBytes(StandardCharsets.UTF_8);
    }

    private static AMQP.BasicProperties properties(Message message) {
        return MessageProperties.PERSISTENT_BASIC.builder()
                .contentType("application/json")
                .messageId(message.id())
                .correlationId(message.correlationId())
                .timestamp(Date.from(message.timestamp()))
                .priority(message.priority())
                .expiration(message.ttlMillis() == 0 ? null : Integer.toString(message.ttlMillis()))
                .headers(new HashMap<>(message.headers()))
                .build();
    }

    private CompletableFuture<Void> confirmed(Channel channel, Destination to, AMQP.BasicProperties properties, byte[] body)
            throws IOException {
        publishing.lock();
        try {
            Confirms known = confirms;
            Confirms open = known != null && known.of(channel) ? known : Confirms.on(channel);
            confirms = open;
            return open.publish(to, properties, body);
        } finally {
            publishing.unlock();
        }
    }

    private void unconfirmed(Channel channel, Destination to, AMQP.BasicProperties properties, byte[] body) throws IOException {
        publishing.lock();
        try {
            channel.basicPublish(to.exchange(), to.routingKey(), false, properties, body);
        } finally {
            publishing.unlock();
        }
    }

    /// Opens the connection if there is none.
    ///
    /// @throws OutageException if RabbitMQ does not answer
    public void ping() {
        rabbit.channel();
    }

    @Override
    public void close() {
        rabbit.close();
    }
}
