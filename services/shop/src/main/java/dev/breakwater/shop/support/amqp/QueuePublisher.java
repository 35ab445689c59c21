package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import dev.breakwater.shop.support.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Publishes persistent messages to one durable queue and waits for the broker's confirmation of each. For any number of threads:
/// they wait for their confirmations side by side.
public final class QueuePublisher implements AutoCloseable {
    private static final long CONFIRM_TIMEOUT_MILLIS = 2500;

    private final RabbitConnection rabbit;
    private final Telemetry telemetry;
    private final String queue;
    private final ReentrantLock publishing = new ReentrantLock();
    private @Nullable Confirms confirms;

    /// @param name of the connection, for whoever looks at the broker
    public QueuePublisher(URI uri, String name, String queue, Telemetry telemetry) {
        this.rabbit = new RabbitConnection(uri, name, queue);
        this.telemetry = telemetry;
        this.queue = queue;
    }

    /// Returns when the broker has the message on disk.
    ///
    /// @throws OutageException if it did not confirm: the message may be in the queue all the same
    public void publish(Message message) throws InterruptedException {
        Span span = telemetry.span(SpanKind.PRODUCER, "send " + queue)
                .setAttribute(MessageAttributes.SYSTEM, "rabbitmq")
                .setAttribute(MessageAttributes.DESTINATION, queue)
                .setAttribute(MessageAttributes.OPERATION, "send")
                .setAttribute(MessageAttributes.MESSAGE_ID, message.id())
                .setAttribute(Attributes.ORDER_ID, message.correlationId())
                .startSpan();
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put(Headers.TRACEPARENT, TraceContext.traceparent(Context.current().with(span)));
        MessageAttributes.body(span, Json.write(message.body()));
        MessageAttributes.headers(span, headers);
        try {
            send(message, headers);
        } catch (OutageException e) {
            Telemetry.fail(span, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            span.end();
        }
    }

    private void send(Message message, Map<String, String> headers) throws InterruptedException {
        AMQP.BasicProperties properties = MessageProperties.PERSISTENT_BASIC.builder()
                .contentType("application/json")
                .messageId(message.id())
                .correlationId(message.correlationId())
                .timestamp(Date.from(message.timestamp()))
                .headers(new HashMap<>(headers))
                .build();
        byte[] body = Json.write(message.body()).getBytes(StandardCharsets.UTF_8);
        Channel channel = rabbit.channel();
        try {
            publish(channel, properties, body).get(CONFIRM_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException | TimeoutException | ExecutionException | AlreadyClosedException e) {
            rabbit.reset(channel);
            throw new OutageException("rabbitmq", e);
        }
    }

    private CompletableFuture<Void> publish(Channel channel, AMQP.BasicProperties properties, byte[] body) throws IOException {
        publishing.lock();
        try {
            Confirms known = confirms;
            Confirms open = known != null && known.of(channel) ? known : Confirms.on(channel);
            confirms = open;
            return open.publish(queue, properties, body);
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
