package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Trimmer;
import io.lettuce.core.Consumer;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
final class TrimmerLiveTest {
    private static final String STREAM = "payment-commands";
    private static final int ENTRIES = 1_000;
    private final Instant later = Instant.now().plus(Duration.ofHours(1));

    private final RedisServer server;
    private final RedisCommands<String, String> commands;

    TrimmerLiveTest() throws Exception {
        server = new RedisServer();
        commands = server.commands();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private void trim(Instant now) {
        try (Redis redis = new Redis(URI.create(server.uri()))) {
            new Trimmer(redis, List.of(STREAM, "a-stream-that-is-not-there"), InstantSource.fixed(now)).round();
        }
    }

    private void fill() {
        for (int i = 0; i < ENTRIES; i++) {
            commands.xadd(STREAM, "id", String.valueOf(i));
        }
    }

    private void group(String name) {
        commands.xgroupCreate(XReadArgs.StreamOffset.from(STREAM, "0"), name, XGroupCreateArgs.Builder.mkstream());
    }

    /// Returns the ids of the entries, which are not acknowledged yet.
    @SuppressWarnings("unchecked") // an array of generic offsets
    private List<String> read(String group, int count) {
        return commands.xreadgroup(Consumer.from(group, "c"), XReadArgs.Builder.count(count), XReadArgs.StreamOffset.from(STREAM, ">"))
                .stream().map(entry -> entry.getId()).toList();
    }

    private void handle(String group, int count) {
        commands.xack(STREAM, group, read(group, count).toArray(String[]::new));
    }

    @Test
    void whatEveryGroupHasHandledGoes() {
        List.of("payment", "audit").forEach(this::group);
        fill();
        handle("payment", ENTRIES);
        handle("audit", 500);
        trim(later);
        assertEquals(500, commands.xlen(STREAM), 100);
        assertEquals(ENTRIES - 500, read("audit", ENTRIES).size());
    }

    @Test
    void whatIsPendingStays() {
        group("payment");
        fill();
        String pending = read("payment", 1).getFirst();
        handle("payment", ENTRIES - 1);
        trim(later);
        assertEquals(ENTRIES, commands.xlen(STREAM));
        commands.xack(STREAM, "payment", pending);
        trim(later);
        assertEquals(0, commands.xlen(STREAM), 100);
    }

    @Test
    void whatIsYoungOrReadByNobodyYetStays() {
        fill();
        trim(later);
        group("payment");
        handle("payment", ENTRIES);
        trim(Instant.now());
        assertEquals(ENTRIES, commands.xlen(STREAM));
    }
}
