package dev.breakwater.shop.order;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Redis;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import java.util.List;

/// The orders' own event streams: the only truth about an order.
final class Aggregates {
    private final Redis redis;
    private final Snapshots snapshots;

    Aggregates(Redis redis, Snapshots snapshots) {
        this.redis = redis;
        this.snapshots = snapshots;
    }

    /// The events of an order, oldest first.
    List<AggregateEvent> load(String orderId) {
        return entries(orderId, Snapshot.NONE).stream().map(entry -> AggregateEvent.read(entry.getBody())).toList();
    }

    /// As it is now.
    Order order(String orderId) {
        return rebuild(orderId, Long.MAX_VALUE).order();
    }

    /// An order, and what it took to know it.
    ///
    /// @param snapshotVersion of the snapshot that it was made from; 0 if it was made from the first event on
    /// @param folded how many events were folded
    record Rebuilt(Order order, long snapshotVersion, long folded) {}

    /// An order as of a version: the newest snapshot up to there, and the events after that.
    ///
    /// @param version the last one that counts; one that is not there yet counts as the newest
    Rebuilt rebuild(String orderId, long version) {
        Snapshot from = snapshots.newest(orderId, version);
        Order order = from.order();
        long folded = 0;
        for (StreamMessage<String, String> entry : entries(orderId, from)) {
            AggregateEvent event = AggregateEvent.read(entry.getBody());
            if (event.version() > version) {
                break;
            }
            order = order.after(event);
            folded++;
            if (snapshots.due(order.version())) {
                snapshots.keep(orderId, new Snapshot(order, entry.getId()));
            }
        }
        return new Rebuilt(order, from.order().version(), folded);
    }

    private List<StreamMessage<String, String>> entries(String orderId, Snapshot after) {
        Range<String> rest = Range.from(Boundary.excluding(after.entryId()), Boundary.unbounded());
        return redis.call(commands -> commands.xrange(Streams.aggregate(orderId), rest));
    }

    /// Adds to the commit: append this event, if the aggregate has the expected version. Of two writers who saw the same version,
    /// the second one fails.
    static Commit append(Commit commit, Event event, String orderId, long expectedVersion) {
        return appendUnchecked(commit.ifVersion(Streams.aggregate(orderId), expectedVersion), event, orderId, expectedVersion);
    }

    /// Adds to the commit: append this event as the one after `seenVersion`, whatever has been appended since that was seen.
    static Commit appendUnchecked(Commit commit, Event event, String orderId, long seenVersion) {
        return commit.command("XADD", Streams.aggregate(orderId), "*",
                EventFields.EVENT_TYPE, event.type(), EventFields.EVENT_ID, event.id(), EventFields.TIMESTAMP, event.timestamp(),
                EventFields.AGGREGATE_ID, orderId, EventFields.DATA, Json.write(event.data()),
                EventFields.VERSION, Long.toString(seenVersion + 1));
    }
}
