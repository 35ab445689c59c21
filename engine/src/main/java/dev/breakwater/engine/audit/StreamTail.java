package dev.breakwater.engine.audit;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads a stream to its end, again and again, each entry once. One thread.
final class StreamTail {
    private static final int BATCH = 2_000;

    private final Supplier<RedisCommands<String, String>> redis;
    private final String stream;
    private String lastId = "0-0";

    StreamTail(Supplier<RedisCommands<String, String>> redis, String stream) {
        this.redis = redis;
        this.stream = stream;
    }

    /// Hands on what is new, in order.
    void read(Consumer<StreamMessage<String, String>> taken) throws BrokerUnreadableException {
        try {
            List<StreamMessage<String, String>> entries;
            do {
                Range<String> rest = Range.from(Boundary.excluding(lastId), Boundary.unbounded());
                entries = redis.get().xrange(stream, rest, Limit.from(BATCH));
                for (StreamMessage<String, String> entry : entries) {
                    take(entry, taken);
                    lastId = entry.getId();
                }
            } while (entries.size() == BATCH);
        } catch (RedisException gone) {
            throw new BrokerUnreadableException("redis", gone);
        }
    }

    private static void take(StreamMessage<String, String> entry, Consumer<StreamMessage<String, String>> taken) {
        try {
            taken.accept(entry);
        } catch (NumberFormatException foreign) {
            // not written by the shop, which checks its numbers: nothing of ours
        }
    }
}
