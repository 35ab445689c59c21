package dev.breakwater.shop.projection;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.redis.Event;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An order as somebody else has worked it out: what stands in the read model is replaced, whatever it is.
final class OrderDocument {
    private static final int MAX_ITEMS = 1000;
    private static final int MAX_QUANTITY = 1_000_000_000;
    private static final Set<String> STATUSES = Set.of(SagaStates.ORDER_PENDING, SagaStates.ORDER_CONFIRMED, SagaStates.ORDER_CANCELLED,
            SagaStates.ORDER_PAYMENT_FAILED);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private OrderDocument() {}

    /// @throws dev.breakwater.shop.support.json.FieldException that names the field
    static WriteModel<Document> of(String orderId, Fields order) {
        Document document = new Document("_id", orderId)
                .append(ReadModel.ORDER_ID, orderId)
                .append(ReadModel.USER_ID, order.id(ReadModel.USER_ID))
                .append(ReadModel.ITEMS, items(order))
                .append(ReadModel.TOTAL_AMOUNT, order.money(ReadModel.TOTAL_AMOUNT).doubleValue())
                .append(ReadModel.STATUS, order.word(ReadModel.STATUS, STATUSES))
                .append(ReadModel.CREATED_AT, time(order, ReadModel.CREATED_AT))
                .append(ReadModel.UPDATED_AT, time(order, ReadModel.UPDATED_AT));
        return new ReplaceOneModel<>(new Document("_id", orderId), document, UPSERT);
    }

    /// The items of an order, with fields that nobody knows.
    static @Nullable Object items(Fields order) {
        order.objects(ReadModel.ITEMS, MAX_ITEMS).forEach(item -> {
            item.id("productId");
            item.whole("quantity", 1, MAX_QUANTITY);
        });
        return Bson.of(order.node().get(ReadModel.ITEMS));
    }

    static String time(Fields order, String field) {
        return Event.utc(field, order.text(field));
    }
}
