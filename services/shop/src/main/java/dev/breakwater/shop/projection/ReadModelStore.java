package dev.breakwater.shop.projection;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.outage.OutageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/// The collection `orders` in MongoDB.
final class ReadModelStore implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 2;
    private static final int DUPLICATE_KEY = 11_000;
    private static final int MAX_ORDERS = 1000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoClient client;
    private final MongoCollection<Document> orders;

    /// @param onConnected runs whenever MongoDB answers again
    ReadModelStore(String uri, Runnable onConnected) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(1, TimeUnit.SECONDS)
                        .minHeartbeatFrequency(200, TimeUnit.MILLISECONDS).addServerListener(whenConnected(onConnected)))
                .applicationName("order-projection")
                .build());
        this.orders = client.getDatabase(ReadModel.DATABASE).getCollection(ReadModel.COLLECTION);
    }

    private static ServerListener whenConnected(Runnable action) {
        return new ServerListener() {
            @Override
            public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
                if (event.getNewDescription().isOk() && !event.getPreviousDescription().isOk()) {
                    action.run();
                }
            }
        };
    }

    /// Writes all, in any order.
    ///
    /// @throws OutageException if MongoDB does not answer: some may be written
    void write(List<? extends WriteModel<Document>> updates) {
        List<? extends WriteModel<Document>> lost = guarded(() -> race(updates));
        if (!lost.isEmpty()) {
            guarded(() -> orders.bulkWrite(lost, UNORDERED));
        }
    }

    /// Returns those that another writer came before: two that would insert the same document at once, and one finds it there.
    private List<? extends WriteModel<Document>> race(List<? extends WriteModel<Document>> updates) {
        try {
            orders.bulkWrite(updates, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors().stream().map(error -> updates.get(error.getIndex())).toList();
        }
    }

    List<Document> find(String field, String value) {
        return guarded(() -> orders.find(new Document(field, value)).projection(new Document("_id", 0))
                .sort(Sorts.descending(ReadModel.CREATED_AT)).limit(MAX_ORDERS).into(new ArrayList<>()));
    }

    /// Makes the indexes of the two queries, where they are not there.
    void index() {
        guarded(() -> orders.createIndex(Indexes.ascending(ReadModel.ORDER_ID), new IndexOptions().unique(true)));
        guarded(() -> orders.createIndex(Indexes.ascending(ReadModel.USER_ID)));
    }

    /// @throws OutageException if MongoDB does not answer
    void ping() {
        guarded(() -> client.getDatabase(ReadModel.DATABASE).runCommand(new Document("ping", 1)));
    }

    private static <T> T guarded(Supplier<T> action) {
        try {
            return action.get();
        } catch (MongoBulkWriteException e) {
            throw e;
        } catch (MongoException e) {
            throw new OutageException("mongodb", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
