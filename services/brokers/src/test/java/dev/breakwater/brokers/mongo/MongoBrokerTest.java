package dev.breakwater.brokers.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.breakwater.brokers.RunningBroker;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("live")
class MongoBrokerTest {
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
}
