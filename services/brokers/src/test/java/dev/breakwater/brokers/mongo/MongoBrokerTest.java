package dev.breakwater.brokers.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.breakwater.brokers.RunningBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
class MongoBrokerTest {
    private static final int ROUNDS = 40;
    private static final int WRITERS = 8;

    @Test
    void servesAnUnmodifiedDriver(@TempDir Path folder) throws Exception {
        try (RunningBroker broker = new RunningBroker(MongoBroker.class, folder);
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + broker.port())) {
            var orders = client.getDatabase("orders").getCollection("orders");
            Document order = new Document("orderId", "1").append("status", "pending");
            orders.replaceOne(Filters.eq("orderId", "1"), order, new ReplaceOptions().upsert(true));
            orders.replaceOne(Filters.eq("orderId", "1"), order.append("status", "confirmed"), new ReplaceOptions().upsert(true));
            assertEquals(1, orders.countDocuments());
            assertEquals("confirmed", orders.find(Filters.eq("orderId", "1")).first().getString("status"));
        }
    }

    @Test
    void whatIsWrittenWhileAnIndexIsMadeStandsInIt(@TempDir Path folder) throws Exception {
        try (RunningBroker broker = new RunningBroker(MongoBroker.class, folder);
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + broker.port());
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var orders = client.getDatabase("orders").getCollection("orders" + round);
                AtomicInteger next = new AtomicInteger();
                AtomicBoolean indexed = new AtomicBoolean();
                List<Future<?>> writing = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    writing.add(writers.submit(() -> {
                        while (!indexed.get()) {
                            int id = next.getAndIncrement();
                            orders.updateOne(Filters.eq("_id", id), Updates.set("orderId", id), new UpdateOptions().upsert(true));
                        }
                    }));
                }
                orders.createIndex(Indexes.ascending("orderId"), new IndexOptions().unique(true));
                indexed.set(true);
                for (Future<?> each : writing) {
                    each.get();
                }
                assertEquals(next.get(), orders.deleteMany(Filters.in("orderId", IntStream.range(0, next.get()).boxed().toList()))
                        .getDeletedCount(), "round " + round);
            }
        }
    }
}
