package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.breakwater.shop.support.outage.OutageException;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection and one channel to RabbitMQ, opened at the first use and again after every loss.
/// The client's own recovery is off: a lost channel is simply thrown away, and with it all doubt about what it still knew.
final class RabbitConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2500;
    private static final int HEARTBEAT_SECONDS = 4;

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RabbitConnection.class);

    private final ConnectionFactory factory = new ConnectionFactory();
    private final ExecutorService deliveries;
    private final List<QueueSpec> queues;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private boolean closed;

    /// @param queues declared whenever a channel is opened
    /// @throws IllegalArgumentException if it is no AMQP URI
    RabbitConnection(URI uri, String name, List<QueueSpec> queues) {
        this.queues = List.copyOf(queues);
        this.deliveries = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + " delivery").factory());
        try {
            factory.setUri(uri);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an AMQP URI: " + e.getMessage(), e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
        factory.setShutdownTimeout(TIMEOUT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        factory.setClientProperties(Map.of("connection_name", name, "product", "Breakwater shop"));
    }

    /// An open channel on which the queues are declared.
    ///
    /// @throws OutageException if RabbitMQ does not answer, or this was closed
    synchronized Channel channel() {
        if (closed) {
            throw new OutageException("rabbitmq", new IOException("the connection was closed"));
        }
        Channel open = channel;
        if (open != null && open.isOpen()) {
            return open;
        }
        reset();
        try {
            Connection made = factory.newConnection(deliveries);
            connection = made;
            Channel fresh = made.createChannel();
            for (QueueSpec queue : queues) {
                queue.declare(fresh);
            }
            channel = fresh;
            return fresh;
        } catch (IOException | TimeoutException e) {
            reset();
            throw new OutageException("rabbitmq", e);
        }
    }

    /// Throws the connection away, if `lost` is its channel: a newer one is spared.
    synchronized void reset(Channel lost) {
        if (channel == lost) {
            reset();
        }
    }

    private void reset() {
        Connection old = connection;
        connection = null;
        channel = null;
        if (old != null) {
            old.abort(TIMEOUT_MILLIS / 10);
        }
    }

    /// For good: whoever still has something to send is told so, and whoever handles a delivery is interrupted. Returns when nobody does
    /// any more.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            reset();
        }
        deliveries.shutdownNow();
        try {
            if (!deliveries.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a delivery is still being handled after {}", PATIENCE_AT_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
