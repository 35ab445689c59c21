package dev.breakwater.shop.support.chassis;

import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// `GET /health`: 200 if every dependency answers now, else 503; in both cases with the state of each.
public final class Health {
    private static final Duration TIMEOUT = Duration.ofMillis(800);
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("health").start(task);

    private final Map<String, Runnable> dependencies = new ConcurrentSkipListMap<>();

    /// @param ping throws if the dependency does not answer
    public void dependsOn(String name, Runnable ping) {
        dependencies.put(name, ping);
    }

    /// It is not needed any more.
    public void forget(String name) {
        dependencies.remove(name);
    }

    Reply answer(Request request) {
        ObjectNode body = Json.object();
        body.put("status", "up");
        ObjectNode states = body.putObject("dependencies");
        Map<String, CompletableFuture<String>> asked = new ConcurrentSkipListMap<>();
        dependencies.forEach((name, ping) -> asked.put(name, ask(ping)));
        asked.forEach((name, state) -> {
            String told = state.join();
            states.put(name, told);
            if (!told.equals("up")) {
                body.put("status", "down");
            }
        });
        return Reply.of(body.get("status").stringValue().equals("up") ? 200 : 503, body);
    }

    private static CompletableFuture<String> ask(Runnable ping) {
        return CompletableFuture.runAsync(ping, VIRTUAL)
                .thenApply(_ -> "up")
                .completeOnTimeout("down", TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> "down");
    }
}
