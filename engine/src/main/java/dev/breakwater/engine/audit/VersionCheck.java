package dev.breakwater.engine.audit;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.model.run.InvariantView;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Whether the events of each order have the versions 1, 2, 3 …, each once: two writers who both appended after the same version have
/// overwritten each other's decision, and nobody can say which order it is now. Orders are looked at in turns. One thread.
final class VersionCheck {
    private static final int AT_ONCE = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final OrderBook book;
    private final Supplier<RedisAsyncCommands<String, String>> redis;
    private final Deque<String> turn = new ArrayDeque<>();
    private final SequencedMap<String, List<String>> wrong = new LinkedHashMap<>();

    VersionCheck(OrderBook book, Supplier<RedisAsyncCommands<String, String>> redis) {
        this.book = book;
        this.redis = redis;
    }

    /// @param everything whether all orders are looked at, or the next few
    InvariantView read(boolean everything) throws BrokerUnreadableException {
        if (everything) {
            turn.clear();
        }
        do {
            if (turn.isEmpty()) {
                turn.addAll(book.ids());
            }
            look();
        } while (everything && !turn.isEmpty());
        return view();
    }

    private void look() throws BrokerUnreadableException {
        Map<String, RedisFuture<List<StreamMessage<String, String>>>> asked = new LinkedHashMap<>();
        try {
            RedisAsyncCommands<String, String> commands = redis.get();
            while (!turn.isEmpty() && asked.size() < AT_ONCE) {
                String order = turn.remove();
                asked.put(order, commands.xrange(Streams.aggregate(order), Range.unbounded()));
            }
            for (Map.Entry<String, RedisFuture<List<StreamMessage<String, String>>>> answer : asked.entrySet()) {
                List<StreamMessage<String, String>> entries = LettuceFutures.awaitOrCancel(
                        answer.getValue(), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                found(answer.getKey(), entries.stream()
                        .map(entry -> entry.getBody().getOrDefault(EventFields.VERSION, "none")).toList());
            }
        } catch (RedisException gone) {
            throw new BrokerUnreadableException("redis", gone);
        }
    }

    void found(String order, List<String> versions) {
        List<String> right = new ArrayList<>();
        for (int version = 1; version <= versions.size(); version++) {
            right.add(Integer.toString(version));
        }
        if (versions.isEmpty() || !versions.equals(right)) {
            wrong.put(order, versions);
        }
    }

    InvariantView view() {
        if (wrong.isEmpty()) {
            return new InvariantView(Invariants.VERSIONS_WITHOUT_GAP, true,
                    "the versions of %d orders are without gap".formatted(book.ids().size()));
        }
        Map.Entry<String, List<String>> first = wrong.firstEntry();
        return new InvariantView(Invariants.VERSIONS_WITHOUT_GAP, false,
                "%d orders, first %s: %s".formatted(wrong.size(), first.getKey(), String.join(", ", first.getValue())));
    }
}
