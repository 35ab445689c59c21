package dev.breakwater.engine.deadletter;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Queues;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.fact.Fact;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The messages in `failed-orders`. Safe to use from any thread; what was read is told as a fact when it has changed.
public final class DeadLetters implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;
    /// So many are read, the oldest first.
    private static final int MAX = 5_000;

    private final ConnectionFactory factory;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private @Nullable Connection connection;
    private List<DeadLetter> last = List.of();
    private boolean stale;
    private boolean closed;
    private String trouble = "";

    public DeadLetters(ConnectionFactory broker, InstantSource clock, Consumer<Fact> facts) {
        this.factory = broker;
        this.clock = clock;
        this.facts = facts;
    }

    /// All of them, left where they are; read anew only when their number has changed, for reading them keeps them from others for a
    /// moment.
    ///
    /// @throws IOException if the broker cannot be read
    public synchronized List<DeadLetter> read() throws IOException {
        return with((channel, count) -> {
            if (stale || (count != last.size() && last.size() < MAX)) {
                last = List.copyOf(peek(channel).stream().map(LetterReader::read).toList());
                stale = false;
                tell(Math.max(count, last.size()));
            }
            return last;
        }, List.of());
    }

    /// Sends those that are meant back to the queue that they came from, as if they had never been tried. Each leaves its place when the
    /// broker has confirmed its copy: a crash in between makes two of it, never none.
    ///
    /// @return how many it were
    /// @throws IOException if the broker did not take one; those before it are on their way, the others stay
    public synchronized int replay(Predicate<DeadLetter> meant) throws IOException {
        stale = true;
        try {
            int sent = with((channel, _) -> replay(channel, meant), 0);
            trouble = "";
            return sent;
        } catch (IOException failed) {
            trouble = String.valueOf(failed.getMessage());
            tell(last.size());
            throw failed;
        }
    }

    private static int replay(Channel channel, Predicate<DeadLetter> meant) throws IOException {
        AtomicBoolean returned = new AtomicBoolean();
        channel.confirmSelect();
        channel.addReturnListener(_ -> returned.set(true));
        int sent = 0;
        for (GetResponse message : peek(channel)) {
            DeadLetter letter = LetterReader.read(message);
            if (!meant.test(letter)) {
                continue;
            }
            String queue = letter.queue().isEmpty() ? Queues.ORDER_PROCESSING : letter.queue();
            channel.basicPublish("", queue, true, untried(message.getProps()), message.getBody());
            boolean taken = confirmed(channel, queue);
            channel.queueDeclarePassive(Queues.FAILED_ORDERS); // Qpid refuses first and returns then; its answer comes after both
            if (returned.get()) {
                throw new IOException("there is no queue " + queue + " that would take it");
            }
            if (!taken) {
                throw new IOException("the broker refused the copy in " + queue);
            }
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            sent++;
        }
        return sent;
    }

    private static boolean confirmed(Channel channel, String queue) throws IOException {
        try {
            return channel.waitForConfirms(TIMEOUT_MILLIS);
        } catch (TimeoutException silent) {
            throw new IOException("the broker did not confirm the copy in " + queue, silent);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("given up, for the lab is closing", closing);
        }
    }

    private static BasicProperties untried(BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>(Optional.ofNullable(properties.getHeaders()).orElse(Map.of()));
        headers.keySet().removeAll(List.of(Headers.RETRY_COUNT, Headers.FAILURE, Headers.FIRST_DEATH_QUEUE,
                LetterReader.X_DEATH));
        return properties.builder().headers(headers).deliveryMode(2).expiration(null).build();
    }

    /// What is not acknowledged goes back to its place when the channel is closed.
    private static List<GetResponse> peek(Channel channel) throws IOException {
        List<GetResponse> messages = new ArrayList<>();
        for (GetResponse next = channel.basicGet(Queues.FAILED_ORDERS, false); next != null && messages.size() < MAX;
                next = channel.basicGet(Queues.FAILED_ORDERS, false)) {
            messages.add(next);
        }
        return messages;
    }

    private void tell(long count) {
        facts.accept(new Fact.DeadLettersRead(clock.instant(),
                new DeadLetterBox(count, last.stream().limit(DeadLetterBox.MAX_SHOWN).toList(), trouble)));
    }

    private interface Work<T> {
        /// @param count of messages in the queue
        T on(Channel channel, long count) throws IOException;
    }

    /// @param none what it is where nothing has declared the queue yet
    private <T> T with(Work<T> work, T none) throws IOException {
        try {
            Channel channel = open().createChannel();
            long count;
            try {
                count = channel.queueDeclarePassive(Queues.FAILED_ORDERS).getMessageCount();
            } catch (IOException noSuchQueue) {
                if (open().isOpen()) {
                    return none;
                }
                throw noSuchQueue;
            }
            try {
                return work.on(channel, count);
            } finally {
                if (channel.isOpen()) {
                    channel.abort();
                }
            }
        } catch (IOException gone) {
            disconnect();
            throw gone;
        } catch (TimeoutException | ShutdownSignalException gone) {
            disconnect();
            throw new IOException(String.valueOf(gone.getMessage()), gone);
        }
    }

    private Connection open() throws IOException, TimeoutException {
        if (closed) {
            throw new IOException("the scenario has ended");
        }
        Connection known = connection;
        if (known == null || !known.isOpen()) {
            known = factory.newConnection("breakwater-dead-letters");
            connection = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        closed = true;
        disconnect();
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.abort(TIMEOUT_MILLIS);
        }
    }
}
