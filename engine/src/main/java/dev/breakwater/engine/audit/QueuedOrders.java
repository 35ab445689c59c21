package dev.breakwater.engine.audit;

import dev.breakwater.contract.Ledger;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.model.run.AcceptedOrder;
import dev.breakwater.engine.model.run.InvariantView;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds what clients were promised of orders that go through a queue against the payment ledger and the dead letters. One thread.
public final class QueuedOrders implements AutoCloseable {
    private final RedisClient redis;
    private final DeadOrders deadOrders;
    private final Supplier<List<AcceptedOrder>> accepted;
    private final Calm calm;
    private final Predicate<String> runs;
    private final QueuedBook book = new QueuedBook();
    private final IdleWorkers idle = new IdleWorkers();
    private final StreamTail ledger = new StreamTail(this::commands, Streams.PAYMENT_LEDGER);
    private @Nullable StatefulRedisConnection<String, String> connection;

    /// @param accepted those that came since the last call
    /// @param runs whether a worker is there
    public QueuedOrders(RedisClient redis, DeadOrders deadOrders, Supplier<List<AcceptedOrder>> accepted, Calm calm,
            Predicate<String> runs) {
        this.runs = runs;
        this.redis = redis;
        this.deadOrders = deadOrders;
        this.accepted = accepted;
        this.calm = calm;
    }

    /// @param last whether nothing may be late any more
    List<InvariantView> read(Instant now, boolean last, Duration grace) throws BrokerUnreadableException {
        Instant calmSince = calm.since();
        ledger.read(entry -> charged(entry, calmSince));
        accepted.get().forEach(order -> {
            book.accepted(order);
            idle.accepted(order);
        });
        try {
            deadOrders.read().forEach(book::dead);
        } catch (IOException gone) {
            throw new BrokerUnreadableException("rabbitmq", gone);
        }
        if (last && book.settled()) {
            idle.ended(calmSince, runs);
        }
        return List.of(book.everyMessageEnds(now, last ? Instant.MIN : calmSince, grace), book.urgentFirst(), idle.view());
    }

    private void charged(StreamMessage<String, String> entry, Instant calmSince) {
        Map<String, String> fields = entry.getBody();
        String orderId = fields.getOrDefault(Ledger.ORDER_ID, "");
        Instant at = Instant.ofEpochMilli(Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-'))));
        book.charged(orderId, at);
        String worker = fields.getOrDefault(Ledger.BY, "");
        if (!worker.isEmpty()) {
            Instant started = Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault(Ledger.STARTED_MILLIS, "0")));
            idle.done(worker, orderId, started, at, calmSince);
        }
    }

    /// Whether each order that was accepted has come to its end.
    boolean settled() {
        return book.settled();
    }

    private RedisCommands<String, String> commands() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = redis.connect();
            connection = open;
        }
        return open.sync();
    }

    @Override
    public void close() {
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (RedisException gone) {
                // it was gone already
            }
        }
    }
}
