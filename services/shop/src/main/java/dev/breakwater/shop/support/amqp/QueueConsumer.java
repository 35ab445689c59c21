package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.json.Json;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Consumes one durable queue: each message is acknowledged after the work, rejected if it cannot be read.
public final class QueueConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
    private static final int PREFETCH = 20;

    private final RabbitConnection rabbit;
    private final Telemetry telemetry;
    private final String queue;
    private final MessageHandler handler;
    private final Loop loop;

    public QueueConsumer(URI uri, String name, String queue, Telemetry telemetry, MessageHandler handler) {
        this.rabbit = new RabbitConnection(uri, name, queue);
        this.telemetry = telemetry;
        this.queue = queue;
        this.handler = handler;
        this.loop = Loop.start(name + " consuming " + queue, Duration.ZERO, this::consume);
    }

    /// Consumes until the channel is lost.
    private void consume() throws IOException, InterruptedException {
        Channel channel = rabbit.channel();
        CountDownLatch lost = new CountDownLatch(1);
        channel.basicQos(PREFETCH);
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) throws IOException {
                deliver(channel, envelope, properties, body);
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
        while (!lost.await(1, TimeUnit.SECONDS)) {
            if (!channel.isOpen()) {
                break;
            }
        }
        rabbit.reset();
        throw new OutageException("rabbitmq", new IOException("connection lost"));
    }

    /// What cannot be read is rejected at once; what cannot be handled comes once more, and is rejected then.
    private void deliver(Channel channel, Envelope envelope, AMQP.BasicProperties properties, byte[] body) throws IOException {
        long tag = envelope.getDeliveryTag();
        Map<String, String> headers = texts(properties.getHeaders());
        Context sender = TraceContext.context(headers.get(Headers.TRACEPARENT));
        Span span = telemetry.span(SpanKind.CONSUMER, "process " + queue, sender)
                .addLink(Span.fromContext(sender).getSpanContext())
                .setAttribute(MessageAttributes.SYSTEM, "rabbitmq")
                .setAttribute(MessageAttributes.DESTINATION, queue)
                .setAttribute(MessageAttributes.OPERATION, "process")
                .startSpan();
        MessageAttributes.headers(span, headers);
        try (Scope _ = span.makeCurrent()) {
            Message message = read(properties, body, headers);
            span.setAttribute(MessageAttributes.MESSAGE_ID, message.id());
            span.setAttribute(Attributes.ORDER_ID, message.correlationId());
            MessageAttributes.body(span, Json.write(message.body()));
            handler.handle(message);
            channel.basicAck(tag, false);
        } catch (FieldException | InvalidJsonException e) {
            LOG.warn("{}: a message is rejected: {}", queue, e.getMessage());
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            channel.basicReject(tag, false);
        } catch (RuntimeException e) {
            LOG.error("{}: a message could not be handled", queue, e);
            Telemetry.fail(span, e.toString());
            if (channel.isOpen()) {
                channel.basicReject(tag, !envelope.isRedeliver());
            }
        } finally {
            span.end();
        }
    }

    private static Message read(AMQP.BasicProperties properties, byte[] body, Map<String, String> headers) {
        return new Message(Optional.ofNullable(properties.getMessageId()).orElse(""),
                Optional.ofNullable(properties.getCorrelationId()).orElse(""),
                Optional.ofNullable(properties.getTimestamp()).map(java.util.Date::toInstant).orElse(Instant.EPOCH),
                Json.parseObject(body), headers);
    }

    private static Map<String, String> texts(@org.jspecify.annotations.Nullable Map<String, Object> headers) {
        Map<String, String> texts = new HashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }

    /// @throws OutageException if RabbitMQ does not answer
    public void ping() {
        rabbit.channel();
    }

    @Override
    public void close() {
        loop.stop();
        rabbit.close();
        loop.close();
    }
}
