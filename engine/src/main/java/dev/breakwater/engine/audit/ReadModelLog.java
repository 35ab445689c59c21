package dev.breakwater.engine.audit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.breakwater.contract.ReadModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/// Reads the status of orders from the read model.
final class ReadModelLog {
    private final MongoCollection<Document> orders;

    ReadModelLog(MongoClient mongo) {
        this.orders = mongo.getDatabase(ReadModel.DATABASE).getCollection(ReadModel.COLLECTION);
    }

    /// Order id → its status there; one that is not there has no entry.
    Map<String, String> statuses(Collection<String> orderIds) throws BrokerUnreadableException {
        Map<String, String> statuses = new HashMap<>();
        try {
            orders.find(Filters.in(ReadModel.ORDER_ID, orderIds)).projection(Projections.include(ReadModel.ORDER_ID, ReadModel.STATUS))
                    .forEach(order -> statuses.put(order.getString(ReadModel.ORDER_ID), String.valueOf(order.getString(ReadModel.STATUS))));
            return statuses;
        } catch (MongoException gone) {
            throw new BrokerUnreadableException("mongodb", gone);
        }
    }
}
