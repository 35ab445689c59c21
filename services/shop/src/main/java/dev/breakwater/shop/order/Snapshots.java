package dev.breakwater.shop.order;

import dev.breakwater.contract.Keys;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Redis;
import java.util.Optional;
import java.util.function.Supplier;

/// The snapshots of the orders, in Redis. They hold nothing that the events do not tell: whoever folds past a multiple of the interval
/// keeps one, and who does it again writes the same.
final class Snapshots {
    private final Redis redis;
    private final Supplier<Integer> interval;

    /// @param interval in events; 0 = none are kept, and none are used
    Snapshots(Redis redis, Supplier<Integer> interval) {
        this.redis = redis;
        this.interval = interval;
    }

    /// The newest one up to that version, or [Snapshot#NONE].
    Snapshot newest(String orderId, long maxVersion) {
        if (interval.get() == 0) {
            return Snapshot.NONE;
        }
        String key = Keys.snapshots(orderId);
        return redis.call(commands -> commands.hkeys(key)).stream().map(Long::valueOf).filter(version -> version <= maxVersion)
                .max(Long::compare)
                .flatMap(version -> Optional.ofNullable(redis.call(commands -> commands.hget(key, version.toString()))))
                .map(json -> Snapshot.read(Json.parseObject(json)))
                .orElse(Snapshot.NONE);
    }

    /// Whether one is to be kept of that version.
    boolean due(long version) {
        int every = interval.get();
        return every > 0 && version % every == 0;
    }

    void keep(String orderId, Snapshot snapshot) {
        String version = Long.toString(snapshot.order().version());
        redis.call(commands -> commands.hset(Keys.snapshots(orderId), version, Json.write(snapshot.json())));
    }
}
