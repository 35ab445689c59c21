package dev.breakwater.engine.audit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.contract.Queues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The messages in `failed-orders`, read without taking them out. Safe to use from any thread.
public final class DeadLetters implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;
    /// So many are read, the oldest first.
    private static final int MAX = 5_000;

    private final ConnectionFactory factory;
    private @Nullable Connection connection;
    private List<String> last = List.of();

    public DeadLetters(ConnectionFactory broker) {
        this.factory = broker;
    }

    /// The orders that they are of; read anew only when their number has changed, for reading them keeps them from others for a moment.
    synchronized List<String> read() throws BrokerUnreadableException {
        try {
            Channel channel = open().createChannel();
            try {
                long count = channel.queueDeclarePassive(Queues.FAILED_ORDERS).getMessageCount();
                if (count != last.size() && last.size() < MAX) {
                    last = peek(channel);
                }
                return last;
            } catch (IOException noSuchQueue) {
                if (open().isOpen()) {
                    return List.of();
                }
                throw noSuchQueue;
            } finally {
                if (channel.isOpen()) {
                    channel.abort();
                }
            }
        } catch (IOException | TimeoutException | ShutdownSignalException gone) {
            close();
            throw new BrokerUnreadableException("rabbitmq", gone);
        }
    }

    /// What is not acknowledged goes back to its place when the channel is closed.
    private static List<String> peek(Channel channel) throws IOException {
        List<String> orders = new ArrayList<>();
        for (GetResponse next = channel.basicGet(Queues.FAILED_ORDERS, false); next != null && orders.size() < MAX;
                next = channel.basicGet(Queues.FAILED_ORDERS, false)) {
            orders.add(orderId(next));
        }
        return List.copyOf(orders);
    }

    private static String orderId(GetResponse message) {
        String body = new String(message.getBody(), StandardCharsets.UTF_8);
        return EventJson.read(body).path("orderId").asString(Optional.ofNullable(message.getProps().getMessageId()).orElse(""));
    }

    private Connection open() throws IOException, TimeoutException {
        Connection known = connection;
        if (known == null || !known.isOpen()) {
            known = factory.newConnection("breakwater-dead-letters");
            connection = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.abort(TIMEOUT_MILLIS);
        }
    }
}
