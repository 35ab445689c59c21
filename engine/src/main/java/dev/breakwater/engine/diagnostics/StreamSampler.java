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
public final class StreamSampler implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 2_000;
    /// Redis before 7 does not tell a group's lag, and a newer one not always: then the entries behind its cursor are counted, to 10,000.
    private static final String LAG = "return #redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', 10000)";

    private final RedisClient redis;
    private final List<String> names;
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
            Map<String, RedisFuture<Long>> lags = new HashMap<>();
            told.forEach((name, stream) -> stream.groups().forEach(group -> {
                String groupName = String.valueOf(group.get("name"));
                oldest.put(name + " " + groupName, commands.xpending(name, groupName, Range.unbounded(), Limit.from(1)));
                if (!group.containsKey("lag")) {
                    lags.put(name + " " + groupName, commands.eval(LAG, ScriptOutputType.INTEGER, new String[] {name},
                            String.valueOf(group.get("last-delivered-id"))));
                }
            }));
            List<StreamView> views = new ArrayList<>();
            for (Map.Entry<String, Told> entry : told.entrySet()) {
                views.add(view(entry.getKey(), entry.getValue(), oldest, lags));
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

    private static StreamView view(String name, Told told, Map<String, RedisFuture<List<PendingMessage>>> oldest,
            Map<String, RedisFuture<Long>> lags) throws InterruptedException, TimeoutException {
        long length = number(told.stream().get("length"));
        // Redis before 7 does not count what was ever added: the stream's own length is the best that it tells
        long added = told.stream().containsKey("entries-added") ? number(told.stream().get("entries-added")) : length;
        List<Group> groups = new ArrayList<>();
        for (Map<String, Object> group : told.groups()) {
            String groupName = String.valueOf(group.get("name"));
            long idle = answer(oldest.get(name + " " + groupName)).filter(list -> !list.isEmpty())
                    .map(list -> list.getFirst().getMsSinceLastDelivery()).orElse(0L);
            long lag = group.containsKey("lag") ? number(group.get("lag")) : answer(lags.get(name + " " + groupName)).orElse(0L);
            groups.add(new Group(groupName, (int) number(group.get("consumers")), number(group.get("pending")), lag, idle));
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
