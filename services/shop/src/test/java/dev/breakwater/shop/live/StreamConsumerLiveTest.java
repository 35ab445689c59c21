package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.EventFields;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Members;
import dev.breakwater.shop.support.redis.Reading;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.StreamConsumer;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
final class StreamConsumerLiveTest {
    private static final String STREAM = "order-events";
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final RedisServer server;
    private final RedisCommands<String, String> commands;

    StreamConsumerLiveTest() throws Exception {
        server = new RedisServer();
        commands = server.commands();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void whatComesLaterForAnOrderWaitsForWhatFailedBefore() {
        AtomicBoolean first = new AtomicBoolean(true);
        List.of("created", "confirmed").forEach(this::add);
        consume(event -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("not this time");
            }
            handled.add(event.type());
            return new Commit();
        }, () -> handled.size() == 2);
        assertEquals(List.of("created", "confirmed"), handled);
    }

    @Test
    void whatFailsAgainAndAgainMakesWayInTheEnd() {
        List.of("poison", "confirmed").forEach(this::add);
        consume(event -> {
            if (event.type().equals("poison")) {
                throw new IllegalStateException("never");
            }
            handled.add(event.type());
            return new Commit();
        }, () -> handled.contains("confirmed"));
        assertEquals(List.of("confirmed"), handled);
    }

    @Test
    void nothingIsHandledBeforeWhatTheHandlerNeedsAnswers() {
        AtomicInteger asked = new AtomicInteger();
        add("created");
        consume(new EventHandler() {
            @Override
            public void prepare() {
                if (asked.incrementAndGet() < 3) {
                    throw new OutageException("rabbitmq", new IOException("not yet"));
                }
            }

            @Override
            public Commit handle(Event event) {
                handled.add(event.type() + " after " + asked.get());
                return new Commit();
            }
        }, () -> !handled.isEmpty());
        assertEquals(List.of("created after 3"), handled);
    }

    @Test
    void membersJoinAndLeaveWhileEntriesCome() {
        commands.xgroupCreate(XReadArgs.StreamOffset.from(STREAM, "0"), "payment", XGroupCreateArgs.Builder.mkstream());
        AtomicInteger wanted = new AtomicInteger(1);
        AtomicInteger sent = new AtomicInteger();
        EventHandler handler = event -> {
            handled.add(event.id());
            return new Commit();
        };
        try (Redis redis = new Redis(URI.create(server.uri()));
                Telemetry telemetry = new Telemetry("payment-service", List.of(), List.of(), () -> "robust");
                Members _ = new Members("payment", wanted::get, number -> new StreamConsumer(new Journal(redis, telemetry), telemetry,
                        "payment", "member-" + number, Map.of(STREAM, handler), new Reading(() -> 1, () -> 50, () -> true)))) {
            for (int members : List.of(3, 1, 4)) {
                wanted.set(members);
                Eventually.holds(members + " members", () -> {
                    add("created-" + sent.incrementAndGet());
                    return members().equals(IntStream.rangeClosed(1, members).mapToObj(number -> "member-" + number).toList());
                });
            }
            Eventually.holds("all is handled", () -> handled.size() >= sent.get());
            assertEquals(sent.get(), Set.copyOf(handled).size());
            assertEquals(sent.get(), handled.size());
        }
    }

    /// Names of the consumers of the group, as Redis knows them.
    private List<String> members() {
        return commands.xinfoConsumers(STREAM, "payment").stream().map(consumer -> String.valueOf(((List<?>) consumer).get(1))).sorted()
                .toList();
    }

    private void consume(EventHandler handler, BooleanSupplier until) {
        try (Redis redis = new Redis(URI.create(server.uri()));
                Telemetry telemetry = new Telemetry("payment-service", List.of(), List.of(), () -> "robust");
                StreamConsumer _ = new StreamConsumer(
                        new Journal(redis, telemetry), telemetry, "payment", "one", Map.of(STREAM, handler), Reading.USUAL)) {
            Eventually.holds("all is handled", until);
        }
    }

    private void add(String type) {
        commands.xadd(STREAM, Map.of(EventFields.EVENT_TYPE, type, EventFields.EVENT_ID, type,
                EventFields.TIMESTAMP, "2026-11-27T12:00:00Z", EventFields.DATA, "{}", EventFields.CORRELATION_ID, "order-1"));
    }
}
