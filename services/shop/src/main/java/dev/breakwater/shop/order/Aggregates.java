package dev.breakwater.shop.order;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Redis;
import io.lettuce.core.Range;
import java.util.List;

/// The orders' own event streams: the only truth about an order.
final class Aggregates {
    private final Redis redis;

    Aggregates(Redis redis) {
        this.redis = redis;
    }

    /// The events of an order, oldest first.
    ///
    /// @param fromVersion the first one that is wanted
    List<AggregateEvent> load(String orderId, long fromVersion) {
        return redis.call(commands -> commands.xrange(Streams.aggregate(orderId), Range.unbounded())).stream()
                .map(entry -> AggregateEvent.read(entry.getBody()))
                .filter(event -> event.version() >= fromVersion)
                .toList();
    }

    Order order(String orderId) {
        return Order.of(load(orderId, 1));
    }

    /// Adds to the commit: append this event, if the aggregate has the expected version. Of two writers who saw the same version,
    /// the second one fails.
    static Commit append(Commit commit, Event event, String orderId, long expectedVersion) {
        String aggregate = Streams.aggregate(orderId);
        return commit.ifVersion(aggregate, expectedVersion).command("XADD", aggregate, "*",
                EventFields.EVENT_TYPE, event.type(), EventFields.EVENT_ID, event.id(), EventFields.TIMESTAMP, event.timestamp(),
                EventFields.AGGREGATE_ID, orderId, EventFields.DATA, Json.write(event.data()),
                EventFields.VERSION, Long.toString(expectedVersion + 1));
    }
}
