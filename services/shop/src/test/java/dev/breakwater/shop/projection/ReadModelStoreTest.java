package dev.breakwater.shop.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.model.WriteModel;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;
import tools.jackson.databind.node.ObjectNode;

final class ReadModelStoreTest {
    private static final String CREATED = "OrderCreated";
    private static final String CONFIRMED = "OrderConfirmed";
    private static final String CANCELLED = "OrderCancelled";
    private static final List<String> LIFE = List.of(CREATED, CONFIRMED, CANCELLED);

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final ReadModelStore STORE = store();
    private static int orders;

    private static ReadModelStore store() {
        SERVER.bind("127.0.0.1", 0);
        ReadModelStore store = new ReadModelStore("mongodb:/" + SERVER.getLocalAddress(), () -> {});
        store.index();
        return store;
    }

    @AfterContainer
    static void stop() {
        STORE.close();
        SERVER.shutdownNow();
    }

    @Provide
    Arbitrary<List<String>> anyOrder() {
        return Arbitraries.of(LIFE).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 100)
    void eventsMayComeTwiceAndInAnyOrder(@ForAll("anyOrder") List<String> types) {
        String id = "any-" + orders++;
        types.forEach(type -> STORE.write(List.of(update(id, type))));
        Document order = STORE.find("orderId", id).getFirst();
        String latest = types.contains(CANCELLED) ? CANCELLED : types.contains(CONFIRMED) ? CONFIRMED : CREATED;
        assertEquals(latest.equals(CREATED) ? "pending" : latest.substring("Order".length()).toLowerCase(Locale.ROOT), order.get("status"));
        assertEquals(types.contains(CREATED) ? "u-1" : null, order.get("userId"));
        assertEquals(types.stream().map(ReadModelStoreTest::time).max(String::compareTo).orElseThrow(), order.get("updatedAt"));
    }

    @Property(tries = 20)
    void twoThatWriteAtOnceLoseNothing() throws Exception {
        String id = "race-" + orders++;
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (String type : List.of(CREATED, CONFIRMED, CANCELLED, CREATED)) {
                writes.add(writers.submit(() -> STORE.write(List.of(update(id, type)))));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        assertEquals("cancelled", STORE.find("orderId", id).getFirst().get("status"));
        assertEquals("u-1", STORE.find("orderId", id).getFirst().get("userId"));
    }

    private static WriteModel<Document> update(String id, String type) {
        ObjectNode data = Json.object().put("orderId", id);
        if (type.equals(CREATED)) {
            data.put("userId", "u-1").put("totalAmount", 20.00).putArray("items").addObject().put("productId", "a").put("quantity", 1);
        }
        return OrderUpdates.of(new Event(type, "e-1", time(type), "test", data, id)).orElseThrow();
    }

    private static String time(String type) {
        return "2026-01-01T00:00:0%d.000Z".formatted(LIFE.indexOf(type));
    }
}
