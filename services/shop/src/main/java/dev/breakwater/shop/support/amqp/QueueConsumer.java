package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.outage.Loop;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Consumes one durable queue, one message after the other: each is acknowledged after the work. What could not be handled is a matter
/// of its [FailurePolicy].
public final class QueueConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
    private static final int PREFETCH = 20;
    private static final long LOOK_MILLIS = 250;

    private final RabbitConnection rabbit;
    private final Telemetry telemetry;
    private final Bodies bodies;
    private final String queue;
    private final Supplier<Integer> prefetch;
    private final MessageHandler handler;
    private final FailurePolicy onFailure;
    private final List<QueuePublisher> publishers;
    /// Held by whoever handles a message: a lost channel may still be at its last one when the next channel delivers.
    private final ReentrantLock handling = new ReentrantLock();
    private final Loop loop;

    /// Consumes a queue without arguments; what failed is tried once more, and put aside then.
    ///
    /// @param bodies what becomes of the bodies of messages on their way
    public static QueueConsumer of(URI uri, String name, String queue, Telemetry telemetry, Bodies bodies, MessageHandler handler) {
        return new OrderQueue(uri, name, QueueSpec.plain(queue), () -> PREFETCH, telemetry, bodies).consume(handler);
    }

    /// @param rabbit which it closes
    /// @param prefetch how many messages it may have in its hands; 0 = no limit
    /// @param publishers that `onFailure` needs; it closes them
    QueueConsumer(RabbitConnection rabbit, String name, String queue, Supplier<Integer> prefetch, Telemetry telemetry,
            Bodies bodies, MessageHandler handler, FailurePolicy onFailure, List<QueuePublisher> publishers) {
        this.publishers = List.copyOf(publishers);
        this.rabbit = rabbit;
        this.prefetch = prefetch;
        this.telemetry = telemetry;
        this.bodies = bodies;
        this.queue = queue;
        this.handler = handler;
        this.onFailure = onFailure;
        this.loop = Loop.start(name + " consuming " + queue, Duration.ZERO, this::consume);
    }

    /// Consumes until the channel is lost, or another prefetch is wanted: that is for consumers that begin after it was set.
    private void consume() throws IOException, InterruptedException {
        Channel channel = rabbit.channel();
        CountDownLatch lost = new CountDownLatch(1);
        int limit = prefetch.get();
        channel.basicQos(limit);
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) throws IOException {
                oneAfterTheOther(new Delivery(channel, envelope, properties, body));
            }

            @Override
            public void handleCancel(String tag) {
                lost.countDown();
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
                lost.countDown();
            }
        });
        while (!lost.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && channel.isOpen()) {
            if (prefetch.get() != limit) {
                leave(channel);
                return;
            }
        }
        rabbit.reset(channel);
        throw new OutageException("rabbitmq", new IOException("connection lost"));
    }

    /// Once the message in hand is done with; those behind it go back to the queue.
    private void leave(Channel channel) throws InterruptedException {
        handling.lockInterruptibly();
        try {
            rabbit.reset(channel);
        } finally {
            handling.unlock();
        }
    }

    private void oneAfterTheOther(Delivery delivery) throws IOException {
        try {
            handling.lockInterruptibly();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (delivery.isInHand()) {
                deliver(delivery);
            }
        } finally {
            handling.unlock();
        }
    }

    private void deliver(Delivery delivery) throws IOException {
        Context sender = TraceContext.context(delivery.headers().get(Headers.TRACEPARENT));
        Span span = telemetry.span(SpanKind.CONSUMER, "process " + queue, sender)
                .addLink(Span.fromContext(sender).getSpanContext())
                .setAttribute(MessageAttributes.SYSTEM, "rabbitmq")
                .setAttribute(MessageAttributes.DESTINATION, queue)
                .setAttribute(MessageAttributes.OPERATION, "process")
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            Sending.describe(span, delivery.properties(), delivery.body());
            handle(delivery, span);
        } finally {
            span.end();
        }
    }

    private void handle(Delivery delivery, Span span) throws IOException {
        if (delivery.isRedelivered()) {
            telemetry.figure(Figure.REDELIVERED, queue, 1);
        }
        try {
            Message message = delivery.message(bodies);
            span.setAttribute(MessageAttributes.MESSAGE_ID, message.id());
            handler.handle(message);
        } catch (RuntimeException e) {
            LOG.warn("{}: a message could not be handled: {}", queue, e.toString());
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            failed(delivery, e);
            return;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        acknowledge(delivery, span);
    }

    /// The work is done: if the broker cannot be told any more, the message comes again, and whoever handles it finds it done.
    private void acknowledge(Delivery delivery, Span span) throws IOException {
        try {
            delivery.ack();
        } catch (AlreadyClosedException lost) {
            LOG.debug("{}: a message could not be acknowledged: {}", queue, lost.getMessage());
            Telemetry.fail(span, "not acknowledged");
        }
    }

    private void failed(Delivery delivery, RuntimeException why) throws IOException {
        try {
            onFailure.failed(delivery, why);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// @throws OutageException if RabbitMQ does not answer
    public void ping() {
        rabbit.channel();
    }

    /// What is in hand is interrupted, and comes again to whoever consumes the queue next; returns when nothing works on it any more.
    @Override
    public void close() {
        loop.stop();
        rabbit.close();
        loop.close();
        publishers.forEach(QueuePublisher::close);
    }
}
