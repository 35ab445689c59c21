package dev.breakwater.shop.projection;

import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Folds all order events again, while the read model serves. Done whenever MongoDB comes back: a database that was killed
/// may have lost writes that it had acknowledged, and a read model can always be made anew.
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 500;

    private final Redis redis;
    private final Bodies bodies;
    private final ReadModelStore store;
    private final Semaphore wanted;
    private final Telemetry telemetry;

    /// @param wanted holds a permit for each time that it is wanted
    Rebuild(Redis redis, Bodies bodies, ReadModelStore store, Semaphore wanted, Telemetry telemetry) {
        this.redis = redis;
        this.bodies = bodies;
        this.store = store;
        this.wanted = wanted;
        this.telemetry = telemetry;
    }

    void want() {
        wanted.release();
    }

    /// Waits for a second at most; rebuilds if that is wanted. If it fails, it is wanted again.
    void round() throws InterruptedException {
        if (!wanted.tryAcquire(1, TimeUnit.SECONDS)) {
            return;
        }
        wanted.drainPermits();
        try {
            store.index();
            long events = run();
            LOG.info("read model rebuilt from {} order events", events);
            telemetry.figure(Figure.REBUILT, Services.PROJECTION, events);
        } catch (RuntimeException e) {
            want();
            throw e;
        }
    }

    private long run() {
        long events = 0;
        Range<String> rest = Range.unbounded();
        while (true) {
            Range<String> from = rest;
            List<StreamMessage<String, String>> page = redis.call(commands ->
                    commands.xrange(Streams.ORDER_EVENTS, from, Limit.from(BATCH)));
            if (page.isEmpty()) {
                return events;
            }
            List<WriteModel<Document>> updates = new ArrayList<>(page.stream().flatMap(this::update).toList());
            if (!updates.isEmpty()) {
                store.write(updates);
            }
            events += page.size();
            rest = Range.from(Range.Boundary.excluding(page.getLast().getId()), Range.Boundary.unbounded());
        }
    }

    /// What cannot be read stands on the dead stream already.
    private Stream<WriteModel<Document>> update(StreamMessage<String, String> entry) {
        try {
            return OrderUpdates.of(Event.read(entry.getBody(), bodies)).stream();
        } catch (FieldException | InvalidJsonException e) {
            return Stream.empty();
        }
    }
}
