package dev.breakwater.shop.bench;

import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.CommitResult;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Events through our event bus beside `XADD` by redis-benchmark: entries of the same fields, as many on the way at once.
/// `EventBenchmark <port of Redis> <rounds>`.
public final class EventBenchmark {
    private static final int AT_ONCE = 100;
    private static final int EVENTS = 200_000;
    private static final String STREAM = "bench-events";

    private EventBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        String id = UUID.randomUUID().toString();
        Tool peer = new Tool(List.of("redis-benchmark", "-p", arguments[0], "-c", "1", "-P", "" + AT_ONCE, "-n", "" + EVENTS, "-q",
                "XADD", "bench-peer", "MAXLEN", "~", "50000", "*", "eventType", "OrderConfirmed", "eventId", id, "timestamp",
                "2026-11-28T12:00:00.000Z", "version", "1.0", "source", "order-service", "data", "{\"orderId\":\"" + id + "\"}",
                "correlationId", id), Pattern.compile("([\\d.]+) requests per second"));
        try (Redis redis = new Redis(URI.create("redis://127.0.0.1:" + arguments[0]));
                Telemetry telemetry = Telemetry.start("order-service", List.of(), () -> "robust")) {
            Journal journal = new Journal(redis, telemetry);
            Duel.fight(Integer.parseInt(arguments[1]), "event bus", () -> ours(journal, AT_ONCE), "redis-benchmark", peer);
        }
    }

    private static double ours(Journal journal, int atOnce) {
        String key = "bench:" + UUID.randomUUID();
        Stored seen = new Stored(key, null);
        long start = System.nanoTime();
        for (int sent = 0; sent < EVENTS; sent += atOnce) {
            Commit commit = new Commit().ifUnchanged(seen).set(key, String.valueOf(sent));
            seen = new Stored(key, String.valueOf(sent));
            Instant now = InstantSource.system().instant();
            for (int i = 0; i < atOnce; i++) {
                String order = UUID.randomUUID().toString();
                commit.send(STREAM, Event.of("OrderConfirmed", "order-service", order, Json.object().put("orderId", order), now));
            }
            if (!(journal.commit(commit) instanceof CommitResult.Committed)) {
                throw new IllegalStateException("somebody else writes " + key);
            }
        }
        return EVENTS * 1e9 / (System.nanoTime() - start);
    }
}
