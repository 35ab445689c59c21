package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.EventFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Handles deliveries side by side, but those with the same correlationId one after the other, in the order in which they came.
/// One that waits for an answer so does not hold up the others; on a busy machine that is most of the time of each.
final class Lanes implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Delivery> handler;

    Lanes(Consumer<Delivery> handler) {
        this.handler = handler;
    }

    /// Returns when all are handled; of a lane in which one failed, the later ones are not touched.
    ///
    /// @throws RuntimeException the first failure, when the other lanes have come to their end
    void handle(List<Delivery> deliveries) throws InterruptedException {
        List<Future<?>> lanes = new ArrayList<>();
        for (List<Delivery> lane : split(deliveries)) {
            lanes.add(threads.submit(() -> lane.forEach(handler)));
        }
        RuntimeException failure = null;
        for (Future<?> lane : lanes) {
            failure = first(failure, lane);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException first(@Nullable RuntimeException earlier, Future<?> lane) throws InterruptedException {
        try {
            lane.get();
            return earlier;
        } catch (ExecutionException e) {
            if (earlier != null) {
                return earlier;
            }
            return e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
    }

    private static Collection<List<Delivery>> split(List<Delivery> deliveries) {
        Map<String, List<Delivery>> lanes = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            String belongsTo = delivery.fields().getOrDefault(EventFields.CORRELATION_ID, "");
            lanes.computeIfAbsent(belongsTo, id -> new ArrayList<>()).add(delivery);
        }
        return lanes.values();
    }

    /// Interrupts what is still being handled.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
