package dev.breakwater.shop.order;

import dev.breakwater.contract.EventFields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Event;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// One event of an order's own stream.
///
/// @param version 1, 2, 3 …
record AggregateEvent(String type, String id, String timestamp, String orderId, ObjectNode data, long version) {
    /// An event that goes to an order's stream.
    static AggregateEvent of(Event event, long version) {
        return new AggregateEvent(event.type(), event.id(), event.timestamp(), event.orderId(), event.data(), version);
    }

    static AggregateEvent read(Map<String, String> entry) {
        return new AggregateEvent(entry.getOrDefault(EventFields.EVENT_TYPE, ""), entry.getOrDefault(EventFields.EVENT_ID, ""),
                entry.getOrDefault(EventFields.TIMESTAMP, ""), entry.getOrDefault(EventFields.AGGREGATE_ID, ""),
                Json.parseObject(entry.getOrDefault(EventFields.DATA, "{}")),
                Long.parseLong(entry.getOrDefault(EventFields.VERSION, "0")));
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put(EventFields.EVENT_TYPE, type).put(EventFields.EVENT_ID, id)
                .put(EventFields.TIMESTAMP, timestamp).put(EventFields.AGGREGATE_ID, orderId);
        json.set(EventFields.DATA, data);
        return json.put(EventFields.VERSION, version);
    }
}
