package dev.breakwater.engine.shop;

import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Streams;
import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.aggregate.AggregateHistory.Version;
import dev.breakwater.engine.model.fact.Fact;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What an order was after each of its events. order-service folds them; what was read is told as a fact. Any thread.
public final class TimeTravel {
    /// So many of the newest order events are looked at for an order that has changed since it was placed.
    private static final int NEWEST_EVENTS = 200;

    private final ShopDoor orders;
    private final RedisClient redis;
    private final InstantSource clock;
    private final Consumer<Fact> facts;

    /// @param orders order-service; closed by whoever made it
    public TimeTravel(ShopDoor orders, RedisClient redis, InstantSource clock, Consumer<Fact> facts) {
        this.orders = orders;
        this.redis = redis;
        this.clock = clock;
        this.facts = facts;
    }

    /// @param orderId blank = the order that changed last
    public void read(String orderId) throws InterruptedException {
        String id = orderId.strip();
        AggregateHistory history;
        try {
            id = id.isEmpty() ? changedLast() : id;
            history = new AggregateHistory(id, versions(id), "");
        } catch (IOException told) {
            history = new AggregateHistory(id, List.of(), String.valueOf(told.getMessage()));
        }
        facts.accept(new Fact.AggregateRead(clock.instant(), history));
    }

    private List<Version> versions(String orderId) throws IOException, InterruptedException {
        String path = "/orders/" + URLEncoder.encode(orderId, StandardCharsets.UTF_8).replace("+", "%20");
        List<JsonNode> events = orders.get(path + "/events").path("events").valueStream().toList();
        List<Version> versions = new ArrayList<>();
        for (JsonNode event : events.subList(Math.max(0, events.size() - AggregateHistory.MAX_VERSIONS), events.size())) {
            long number = event.path(EventFields.VERSION).asLong(0);
            JsonNode state = orders.get(path + "/state?version=" + number);
            versions.add(new Version(number, event.path(EventFields.EVENT_TYPE).asString(""),
                    time(event.path(EventFields.TIMESTAMP).asString("")), event.path(EventFields.DATA).toString(), state.toString()));
        }
        return versions;
    }

    /// Anybody may have written it.
    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException foreign) {
            return Instant.EPOCH;
        }
    }

    private String changedLast() throws IOException {
        try (StatefulRedisConnection<String, String> connection = redis.connect()) {
            List<StreamMessage<String, String>> newest = connection.sync()
                    .xrevrange(Streams.ORDER_EVENTS, Range.unbounded(), Limit.from(NEWEST_EVENTS));
            Predicate<StreamMessage<String, String>> changes = entry ->
                    !EventTypes.ORDER_CREATED.equals(entry.getBody().get(EventFields.EVENT_TYPE));
            return newest.stream().filter(changes).findFirst().or(() -> newest.stream().findFirst())
                    .map(entry -> entry.getBody().getOrDefault(EventFields.CORRELATION_ID, ""))
                    .orElseThrow(() -> new IOException("no order has been placed yet"));
        } catch (RedisException gone) {
            throw new IOException("redis does not answer", gone);
        }
    }
}
