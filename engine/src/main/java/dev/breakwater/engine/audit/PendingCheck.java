package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.InvariantView;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Whether every entry that a group was given has been acknowledged. While the run goes on some always wait; at its end none may.
final class PendingCheck {
    private static final String NAME = "name";

    private final Supplier<RedisCommands<String, String>> redis;
    private final List<String> streams;

    /// @param streams those of the scenario
    PendingCheck(Supplier<RedisCommands<String, String>> redis, List<String> streams) {
        this.redis = redis;
        this.streams = List.copyOf(streams);
    }

    /// @param last whether the run is at its end
    InvariantView read(boolean last) throws BrokerUnreadableException {
        long pending = 0;
        String where = "";
        try {
            for (String stream : streams) {
                for (String group : groups(stream)) {
                    long here = redis.get().xpending(stream, group).getCount();
                    pending += here;
                    where = here > 0 && where.isEmpty() ? ", first in %s for %s".formatted(stream, group) : where;
                }
            }
        } catch (RedisException gone) {
            throw new BrokerUnreadableException("redis", gone);
        }
        return new InvariantView(Invariants.NOTHING_LEFT_PENDING, !last || pending == 0,
                "%d entries wait for their acknowledgement%s".formatted(pending, where));
    }

    private List<String> groups(String stream) {
        try {
            return redis.get().xinfoGroups(stream).stream().map(PendingCheck::name).toList();
        } catch (RedisCommandExecutionException noSuchStream) {
            return List.of();
        }
    }

    private static String name(Object group) {
        List<Object> pairs = group instanceof List<?> flat ? new ArrayList<>(flat) : List.of();
        int at = pairs.indexOf(NAME);
        return at < 0 ? "" : String.valueOf(pairs.get(at + 1));
    }
}
