package dev.breakwater.engine.audit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Queues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The messages in `failed-orders`: read without taking them out, and sent back into their queue when somebody wants that. Safe to use
/// from any thread.
public final class DeadLetters implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;
    /// So many are read, the oldest first.
    private static final int MAX = 5_000;

    private final ConnectionFactory factory = new ConnectionFactory();
    private @Nullable Connection connection;
    private List<DeadLetter> last = List.of();

    /// @param broker `amqp://…` with credentials
    public DeadLetters(URI broker) {
        try {
            factory.setUri(broker);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("no AMQP address: " + broker.getHost() + ":" + broker.getPort(), unusable);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
    }

    /// All of them; read anew only when their number has changed, for reading them keeps them from others for a moment.
    synchronized List<DeadLetter> read() throws BrokerUnreadableException {
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
    private static List<DeadLetter> peek(Channel channel) throws IOException {
        List<DeadLetter> letters = new ArrayList<>();
        for (GetResponse next = channel.basicGet(Queues.FAILED_ORDERS, false); next != null && letters.size() < MAX;
                next = channel.basicGet(Queues.FAILED_ORDERS, false)) {
            letters.add(letter(next));
        }
        return List.copyOf(letters);
    }

    private static DeadLetter letter(GetResponse got) {
        AMQP.BasicProperties properties = got.getProps();
        Map<String, Object> headers = Optional.ofNullable(properties.getHeaders()).orElse(Map.of());
        String body = new String(got.getBody(), StandardCharsets.UTF_8);
        String orderId = EventJson.read(body).path("orderId").asString(Optional.ofNullable(properties.getMessageId()).orElse(""));
        return new DeadLetter(orderId, body, String.valueOf(headers.getOrDefault(Headers.RETRY_COUNT, "0")),
                String.valueOf(headers.getOrDefault(Headers.FAILURE, "")));
    }

    /// Sends one of them back to `order-processing`, as if it had never been tried.
    ///
    /// @return false if there is none of that order
    public synchronized boolean replay(String orderId) throws BrokerUnreadableException {
        try (Channel channel = open().createChannel()) {
            channel.confirmSelect();
            for (GetResponse next = channel.basicGet(Queues.FAILED_ORDERS, false); next != null;
                    next = channel.basicGet(Queues.FAILED_ORDERS, false)) {
                if (letter(next).orderId().equals(orderId)) {
                    channel.basicPublish("", Queues.ORDER_PROCESSING, true, untried(next.getProps()), next.getBody());
                    channel.waitForConfirmsOrDie(TIMEOUT_MILLIS);
                    channel.basicAck(next.getEnvelope().getDeliveryTag(), false);
                    return true;
                }
            }
            return false;
        } catch (IOException | TimeoutException | ShutdownSignalException gone) {
            close();
            throw new BrokerUnreadableException("rabbitmq", gone);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AMQP.BasicProperties untried(AMQP.BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>(Optional.ofNullable(properties.getHeaders()).orElse(Map.of()));
        headers.keySet().removeAll(List.of(Headers.RETRY_COUNT, Headers.FAILURE, "x-death"));
        return properties.builder().headers(headers).deliveryMode(2).expiration(null).build();
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
