package dev.breakwater.engine.load;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.engine.load.ShopClient.Trace;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A program of somebody else that puts orders straight into the queue `order-processing`, and forgets their amount. One message at a
/// time; each is told as a finished PRODUCER span.
final class ForeignProgram implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final ConnectionFactory factory;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Consumer<Fact> facts;
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    /// @param broker by the client's link to RabbitMQ
    ForeignProgram(ConnectionFactory broker, InstantSource clock, LongSupplier nanoTime, Consumer<Fact> facts) {
        this.factory = broker;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.facts = facts;
    }

    /// @return whether the broker has confirmed it
    synchronized boolean publish(String orderId, Trace trace) throws InterruptedException {
        Instant now = clock.instant();
        String body = ClientJson.object(Map.of("orderId", orderId, "userId", "somebody", "timestamp", now.toString()));
        AMQP.BasicProperties properties = MessageProperties.PERSISTENT_BASIC.builder().contentType("application/json").messageId(orderId)
                .correlationId(trace.traceId()).timestamp(Date.from(now)).headers(Map.of(Headers.TRACEPARENT, trace.header())).build();
        long start = nanoTime.getAsLong();
        String error = "";
        try {
            Channel open = open();
            open.basicPublish("", Queues.ORDER_PROCESSING, properties, body.getBytes(StandardCharsets.UTF_8));
            error = open.waitForConfirms(TIMEOUT_MILLIS) ? "" : "the broker refused the message";
        } catch (IOException | TimeoutException | AlreadyClosedException lost) {
            close();
            error = String.valueOf(lost.getMessage() == null ? lost : lost.getMessage());
        }
        facts.accept(new SpanFinished(clock.instant(), trace.traceId(), trace.spanId(), "", List.of(), Services.CLIENT,
                "send " + Queues.ORDER_PROCESSING, SpanKind.PRODUCER, Duration.ofNanos(nanoTime.getAsLong() - start),
                error.isEmpty() ? Outcome.OK : Outcome.FAILED, error, Optional.of(Protocol.RABBITMQ), "", Queues.ORDER_PROCESSING, "",
                Map.of(Attributes.ORDER_ID, orderId, Attributes.BODY, body)));
        return error.isEmpty();
    }

    private Channel open() throws IOException, TimeoutException {
        Channel known = channel;
        if (known != null && known.isOpen()) {
            return known;
        }
        close();
        Connection made = factory.newConnection("foreign-program");
        connection = made;
        Channel fresh = made.createChannel();
        fresh.confirmSelect();
        channel = fresh;
        return fresh;
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        channel = null;
        if (open != null) {
            open.abort(TIMEOUT_MILLIS);
        }
    }
}
