package dev.breakwater.shop.support.chassis;

import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// `GET /health`: 200 if every dependency answers now, else 503; in both cases with the state of each.
public final class Health {
    private static final Duration TIMEOUT = Duration.ofMillis(800);
    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("health").start(task);

    private final List<Dependency> dependencies = new CopyOnWriteArrayList<>();

    /// One that hangs is not asked again until it has come back.
    private static final class Dependency {
        private final String name;
        private final Runnable ping;
        private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);

        private Dependency(String name, Runnable ping) {
            this.name = name;
            this.ping = ping;
        }

        private synchronized CompletableFuture<String> state() {
            if (asked.isDone()) {
                asked = CompletableFuture.runAsync(ping, VIRTUAL);
            }
            return asked.thenApply(_ -> UP).completeOnTimeout(DOWN, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> DOWN);
        }
    }

    /// Several may have one name: it is up if all of them are.
    ///
    /// @param ping throws if the dependency does not answer
    /// @return to be closed when it is not needed any more
    public AutoCloseable dependsOn(String name, Runnable ping) {
        Dependency dependency = new Dependency(name, ping);
        dependencies.add(dependency);
        return () -> dependencies.removeIf(other -> other == dependency);
    }

    Reply answer() {
        ObjectNode body = Json.object();
        body.put("status", UP);
        ObjectNode states = body.putObject("dependencies");
        Map<String, CompletableFuture<String>> asked = new ConcurrentSkipListMap<>();
        dependencies.forEach(dependency -> asked.merge(dependency.name, dependency.state(),
                (one, other) -> one.thenCombine(other, (first, second) -> first.equals(UP) ? second : first)));
        asked.forEach((name, state) -> {
            String told = state.join();
            states.put(name, told);
            if (!told.equals(UP)) {
                body.put("status", DOWN);
            }
        });
        return Reply.of(body.get("status").stringValue().equals(UP) ? 200 : 503, body);
    }
}
