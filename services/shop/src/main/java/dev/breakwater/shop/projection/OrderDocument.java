package dev.breakwater.shop.projection;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.redis.Event;
import org.bson.Document;

/// An order as somebody else has worked it out: what stands in the read model is replaced, whatever it is.
final class OrderDocument {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private OrderDocument() {}

    /// @throws dev.breakwater.shop.support.json.FieldException that names the field
    static WriteModel<Document> of(String orderId, Fields order) {
        order.objects(ReadModel.ITEMS, Integer.MAX_VALUE);
        Document document = new Document("_id", orderId)
                .append(ReadModel.ORDER_ID, orderId)
                .append(ReadModel.USER_ID, order.text(ReadModel.USER_ID))
                .append(ReadModel.ITEMS, Bson.of(order.node().get(ReadModel.ITEMS)))
                .append(ReadModel.TOTAL_AMOUNT, order.money(ReadModel.TOTAL_AMOUNT).doubleValue())
                .append(ReadModel.STATUS, order.text(ReadModel.STATUS))
                .append(ReadModel.CREATED_AT, time(order, ReadModel.CREATED_AT))
                .append(ReadModel.UPDATED_AT, time(order, ReadModel.UPDATED_AT));
        return new ReplaceOneModel<>(new Document("_id", orderId), document, UPSERT);
    }

    static String time(Fields order, String field) {
        return Event.utc(field, order.text(field));
    }
}
