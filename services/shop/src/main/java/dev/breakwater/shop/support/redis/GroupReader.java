package dev.breakwater.shop.support.redis;

import io.lettuce.core.Consumer;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.models.stream.ClaimedMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one consumer of a group reads next: first what was delivered to it before and is still pending, then from time to time
/// what others have left pending too long, else what is new. One thread reads.
final class GroupReader implements AutoCloseable {
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLAIM_EVERY = Duration.ofSeconds(2);
    private static final String BEGINNING = "0";
    private static final String NEW = ">";
    private static final Logger LOG = LoggerFactory.getLogger(GroupReader.class);

    private final Redis redis;
    private final Consumer<String> consumer;
    private final List<String> streams;
    private final Reading reading;
    /// By stream: the last pending entry that was read again. Empty when all were.
    private final Map<String, String> pendingAfter = new HashMap<>();
    /// By stream: where the search for abandoned entries goes on.
    private final Map<String, String> claimFrom = new HashMap<>();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile boolean closed;
    private boolean groupsMade;
    private long nextClaimNanos = System.nanoTime();

    GroupReader(Redis redis, String group, String name, Set<String> streams, Reading reading) {
        this.redis = redis;
        this.reading = reading;
        this.consumer = Consumer.from(group, name);
        this.streams = List.copyOf(streams);
        restart();
    }

    /// Begins again with what is pending, and makes sure that the groups exist: after an outage nothing is taken for granted.
    void restart() {
        groupsMade = false;
        streams.forEach(stream -> pendingAfter.put(stream, BEGINNING));
    }

    /// Blocks for as long as [Reading#blockMillis] says, at most.
    List<Delivery> next() {
        makeGroups();
        if (!reading.recovers().getAsBoolean()) {
            return read(onlyNew(), false);
        }
        if (!pendingAfter.isEmpty()) {
            return pending();
        }
        if (System.nanoTime() - nextClaimNanos >= 0) {
            nextClaimNanos = System.nanoTime() + CLAIM_EVERY.toNanos();
            return abandoned();
        }
        return read(onlyNew(), false);
    }

    private List<XReadArgs.StreamOffset<String>> onlyNew() {
        return streams.stream().map(stream -> XReadArgs.StreamOffset.from(stream, NEW)).toList();
    }

    private List<Delivery> pending() {
        List<XReadArgs.StreamOffset<String>> from = new ArrayList<>();
        pendingAfter.forEach((stream, id) -> from.add(XReadArgs.StreamOffset.from(stream, id)));
        List<Delivery> deliveries = read(from, true);
        pendingAfter.clear();
        deliveries.forEach(delivery -> pendingAfter.put(delivery.stream(), delivery.entryId()));
        return deliveries;
    }

    private List<Delivery> abandoned() {
        List<Delivery> deliveries = new ArrayList<>();
        for (String stream : streams) {
            XAutoClaimArgs<String> claim = new XAutoClaimArgs<String>().consumer(consumer).minIdleTime(IDLE_LIMIT)
                    .startId(claimFrom.getOrDefault(stream, BEGINNING)).count(reading.batch().get());
            ClaimedMessages<String, String> claimed = redis.call(commands -> commands.xautoclaim(stream, claim));
            claimFrom.put(stream, claimed.getId());
            deliveries.addAll(deliveries(claimed.getMessages(), true));
        }
        return deliveries;
    }

    @SuppressWarnings("unchecked")
    private List<Delivery> read(List<XReadArgs.StreamOffset<String>> from, boolean again) {
        StatefulRedisConnection<String, String> current = connection;
        StatefulRedisConnection<String, String> open = current != null ? current : redis.connect();
        connection = open;
        if (closed) { // while it connected: nobody else will close it
            close();
        }
        XReadArgs arguments = XReadArgs.Builder.count(reading.batch().get()).block(Duration.ofMillis(reading.blockMillis().get()));
        return deliveries(Redis.guarded(() -> open.sync().xreadgroup(consumer, arguments, from.toArray(XReadArgs.StreamOffset[]::new))),
                again);
    }

    /// A pending entry without fields was trimmed away meanwhile: nothing is left to do for it.
    private List<Delivery> deliveries(List<StreamMessage<String, String>> messages, boolean again) {
        List<Delivery> deliveries = new ArrayList<>();
        for (StreamMessage<String, String> message : messages) {
            if (message.getBody() == null || message.getBody().isEmpty()) {
                redis.call(commands -> commands.xack(message.getStream(), consumer.getGroup(), message.getId()));
                continue;
            }
            deliveries.add(new Delivery(message.getStream(), consumer.getGroup(), message.getId(), message.getBody(), again));
        }
        return deliveries;
    }

    /// How often the entry was delivered, this time included.
    long deliveries(Delivery delivery) {
        return redis.call(commands -> commands.xpending(delivery.stream(), delivery.group(),
                        Range.create(delivery.entryId(), delivery.entryId()), Limit.from(1)))
                .stream().findFirst().map(entry -> entry.getRedeliveryCount()).orElse(0L);
    }

    private void makeGroups() {
        if (groupsMade) {
            return;
        }
        for (String stream : streams) {
            try {
                redis.call(commands -> commands.xgroupCreate(XReadArgs.StreamOffset.from(stream, BEGINNING), consumer.getGroup(),
                        XGroupCreateArgs.Builder.mkstream()));
            } catch (RedisCommandExecutionException e) {
                if (!Redis.isGroupThere(e)) {
                    throw e;
                }
            }
        }
        groupsMade = true;
    }

    /// Takes the consumer, which is closed, out of its group; where something of it is pending, it stays, for that would be lost.
    ///
    /// @return whether it is out of all
    boolean left() {
        boolean out = true;
        for (String stream : streams) {
            boolean idle = redis.call(commands -> commands.xpending(stream, consumer, Range.unbounded(), Limit.from(1))).isEmpty();
            if (idle) {
                redis.call(commands -> commands.xgroupDelconsumer(stream, consumer));
            }
            out &= idle;
        }
        return out;
    }

    /// Ends a blocking read at once.
    @Override
    public void close() {
        closed = true;
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            try {
                open.closeAsync().orTimeout(1, TimeUnit.SECONDS).join();
            } catch (CompletionException late) {
                LOG.debug("{}: closing the connection to Redis takes longer than a second", consumer.getName(), late);
            }
        }
    }
}
