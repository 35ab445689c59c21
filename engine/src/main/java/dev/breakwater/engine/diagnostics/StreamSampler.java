package dev.breakwater.engine.diagnostics;

import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.broker.StreamView.Group;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.models.stream.PendingMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Length, groups, lag and idle times of some streams, by `XINFO` and `XPENDING`, two round trips for all of them together.
/// One thread.
public final class StreamSampler implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 2_000;
    /// Redis before 7 does not tell a group's lag, and a newer one not always: then the ids of new entries are read, each once.
    private static final String NEW_IDS = """
            local ids = {}
            for i, entry in ipairs(redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', 1000)) do ids[i] = entry[1] end
            return ids""";

    private final RedisClient redis;
    private final List<String> names;
    private final Map<String, EntryIds> known = new HashMap<>();
    private @Nullable StatefulRedisConnection<String, String> connection;

    public StreamSampler(RedisClient redis, List<String> names) {
        this.redis = redis;
        this.names = List.copyOf(names);
    }

    /// A stream and its groups as they were told, before the idle times are known.
    private record Told(Map<String, Object> stream, List<Map<String, Object>> groups) {}

    /// Empty when the broker does not answer. A stream that does not exist is left out.
    Optional<List<StreamView>> sample() throws InterruptedException {
        try {
            RedisAsyncCommands<String, String> commands = commands();
            Map<String, Told> told = told(commands);
            Map<String, RedisFuture<List<PendingMessage>>> oldest = new HashMap<>();
            Map<String, RedisFuture<List<String>>> ids = new HashMap<>();
            told.forEach((name, stream) -> {
                stream.groups().forEach(group -> oldest.put(key(name, group),
                        commands.xpending(name, String.valueOf(group.get("name")), Range.unbounded(), Limit.from(1))));
                if (!stream.groups().stream().allMatch(group -> group.containsKey("lag"))) {
                    String last = known(name, stream).last().toString();
                    ids.put(name, commands.eval(NEW_IDS, ScriptOutputType.MULTI, new String[] {name}, last));
                }
            });
            for (Map.Entry<String, RedisFuture<List<String>>> entry : ids.entrySet()) {
                List<String> fresh = answer(entry.getValue()).orElse(List.of());
                known.computeIfAbsent(entry.getKey(), _ -> new EntryIds()).add(fresh.stream().map(EntryId::of).toList());
            }
            List<StreamView> views = new ArrayList<>();
            for (Map.Entry<String, Told> entry : told.entrySet()) {
                views.add(view(entry.getKey(), entry.getValue(), oldest));
            }
            return Optional.of(views);
        } catch (RedisException | TimeoutException gone) {
            return Optional.empty();
        }
    }

    private Map<String, Told> told(RedisAsyncCommands<String, String> commands) throws InterruptedException, TimeoutException {
        Map<String, RedisFuture<List<Object>>> streams = new LinkedHashMap<>();
        Map<String, RedisFuture<List<Object>>> groups = new HashMap<>();
        for (String name : names) {
            streams.put(name, commands.xinfoStream(name));
            groups.put(name, commands.xinfoGroups(name));
        }
        Map<String, Told> told = new LinkedHashMap<>();
        for (String name : names) {
            Optional<List<Object>> stream = answer(streams.get(name));
            Optional<List<Object>> list = answer(groups.get(name));
            if (stream.isPresent() && list.isPresent()) {
                told.put(name, new Told(pairs(stream.get()), list.get().stream().map(StreamSampler::pairs).toList()));
            }
        }
        return told;
    }

    private static String key(String stream, Map<String, Object> group) {
        return stream + " " + group.get("name");
    }

    /// What is known of the stream's entries; nothing, if it was made anew meanwhile.
    private EntryIds known(String name, Told told) {
        EntryIds ids = known.computeIfAbsent(name, _ -> new EntryIds());
        if (EntryId.of(String.valueOf(told.stream().get("last-generated-id"))).compareTo(ids.last()) < 0) {
            ids.forget();
        }
        return ids;
    }

    private StreamView view(String name, Told told, Map<String, RedisFuture<List<PendingMessage>>> oldest)
            throws InterruptedException, TimeoutException {
        EntryIds ids = known.computeIfAbsent(name, _ -> new EntryIds());
        long length = number(told.stream().get("length"));
        long added = told.stream().containsKey("entries-added")
                ? number(told.stream().get("entries-added"))
                : Math.max(length, ids.added());
        List<Group> groups = new ArrayList<>();
        for (Map<String, Object> group : told.groups()) {
            long idle = answer(oldest.get(key(name, group))).filter(list -> !list.isEmpty())
                    .map(list -> list.getFirst().getMsSinceLastDelivery()).orElse(0L);
            long lag = group.containsKey("lag") ? number(group.get("lag"))
                    : ids.after(EntryId.of(String.valueOf(group.get("last-delivered-id"))));
            groups.add(new Group(String.valueOf(group.get("name")), (int) number(group.get("consumers")), number(group.get("pending")),
                    lag, idle));
        }
        return new StreamView(name, length, added, groups);
    }

    /// Empty when Redis answered with an error, as for a stream that does not exist.
    private static <T> Optional<T> answer(@Nullable RedisFuture<T> future) throws InterruptedException, TimeoutException {
        if (future == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RedisCommandExecutionException) {
                return Optional.empty();
            }
            throw new RedisException(refused);
        }
    }

    private static Map<String, Object> pairs(Object list) {
        Map<String, Object> pairs = new HashMap<>();
        if (list instanceof List<?> flat) {
            for (int i = 0; i + 1 < flat.size(); i += 2) {
                Object value = flat.get(i + 1);
                if (value != null) {
                    pairs.put(String.valueOf(flat.get(i)), value);
                }
            }
        }
        return pairs;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private RedisAsyncCommands<String, String> commands() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = redis.connect();
            connection = open;
        }
        return open.async();
    }

    @Override
    public void close() {
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            open.close();
        }
    }
}
