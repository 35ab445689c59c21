package dev.breakwater.engine.diagnostics;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.engine.model.broker.QueueView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Ready messages and consumers of some queues, by a passive declaration: the one way that every AMQP 0-9-1 broker knows.
public final class QueueSampler implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final ConnectionFactory factory;
    private final List<String> names;
    private @Nullable Connection connection;

    public QueueSampler(ConnectionFactory broker, List<String> names) {
        this.factory = broker;
        this.names = List.copyOf(names);
    }

    /// Empty when the broker does not answer.
    Optional<List<QueueView>> sample() {
        if (names.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            List<QueueView> views = new ArrayList<>();
            for (String name : names) {
                view(name).ifPresent(views::add);
            }
            return Optional.of(views);
        } catch (IOException | TimeoutException | ShutdownSignalException gone) {
            close();
            return Optional.empty();
        }
    }

    /// A queue that does not exist closes the channel, so each gets its own.
    private Optional<QueueView> view(String name) throws IOException, TimeoutException {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            open = factory.newConnection("breakwater-sampler");
            connection = open;
        }
        Channel channel = open.createChannel();
        try {
            DeclareOk told = channel.queueDeclarePassive(name);
            channel.close();
            return Optional.of(new QueueView(name, told.getMessageCount(), told.getConsumerCount()));
        } catch (IOException notThere) {
            if (open.isOpen()) {
                return Optional.empty();
            }
            throw notThere;
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.abort(TIMEOUT_MILLIS);
        }
    }
}
