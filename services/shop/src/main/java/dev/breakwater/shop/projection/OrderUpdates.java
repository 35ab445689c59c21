package dev.breakwater.shop.projection;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.redis.Event;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// The fold: what each order event changes in the read model. An order only ever goes on (pending → confirmed → cancelled),
/// so that events may come twice and in any order, and all of them may be folded again at any time.
final class OrderUpdates {
    private static final String ID = "_id";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private OrderUpdates() {}

    /// @throws dev.breakwater.shop.support.json.FieldException if the event cannot be read
    static Optional<WriteModel<Document>> of(Event event) {
        return switch (event.type()) {
            case EventTypes.ORDER_CREATED -> Optional.of(created(event));
            case EventTypes.ORDER_CONFIRMED -> Optional.of(ended(event, SagaStates.ORDER_CONFIRMED,
                    List.of(SagaStates.ORDER_CONFIRMED, SagaStates.ORDER_CANCELLED)));
            case EventTypes.ORDER_CANCELLED -> Optional.of(ended(event, SagaStates.ORDER_CANCELLED, List.of(SagaStates.ORDER_CANCELLED)));
            default -> Optional.empty();
        };
    }

    private static WriteModel<Document> created(Event event) {
        Fields fields = event.fields();
        fields.objects("items", Integer.MAX_VALUE);
        Document facts = new Document(ReadModel.ORDER_ID, event.orderId())
                .append(ReadModel.USER_ID, fields.text("userId"))
                .append(ReadModel.ITEMS, Bson.of(event.data().get("items")))
                .append(ReadModel.TOTAL_AMOUNT, fields.money("totalAmount").doubleValue())
                .append(ReadModel.CREATED_AT, event.utcTimestamp());
        Document first = new Document(ReadModel.STATUS, SagaStates.ORDER_PENDING).append(ReadModel.UPDATED_AT, event.utcTimestamp());
        return new UpdateOneModel<>(new Document(ID, event.orderId()),
                new Document("$set", facts).append("$setOnInsert", first), UPSERT);
    }

    /// Where the order has one of the `later` statuses, the filter finds nothing and the insert meets a duplicate key: nothing changes.
    private static WriteModel<Document> ended(Event event, String status, List<String> later) {
        Document filter = new Document(ID, event.orderId()).append(ReadModel.STATUS, new Document("$nin", later));
        return new UpdateOneModel<>(filter, new Document("$set", new Document(ReadModel.ORDER_ID, event.orderId())
                .append(ReadModel.STATUS, status).append(ReadModel.UPDATED_AT, event.utcTimestamp())), UPSERT);
    }
}
