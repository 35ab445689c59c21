package dev.breakwater.shop.projection;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.redis.Event;
import java.util.Optional;
import org.bson.Document;

/// The fold: what each order event changes in the read model. An order only ever goes on (pending → payment_failed, or
/// confirmed → cancelled), so that events may come twice and in any order, and all of them may be folded again at any time.
///
/// The words of these statuses sort against that order, so the least one is the latest: `$min` needs no look at the document
/// before, and each update finds its document by `_id` alone.
final class OrderUpdates {
    private static final String ID = "_id";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private OrderUpdates() {}

    /// @throws dev.breakwater.shop.support.json.FieldException if the event cannot be read
    static Optional<WriteModel<Document>> of(Event event) {
        return switch (event.type()) {
            case EventTypes.ORDER_CREATED -> Optional.of(created(event));
            case EventTypes.ORDER_CONFIRMED -> Optional.of(update(event, new Document(), SagaStates.ORDER_CONFIRMED));
            case EventTypes.PAYMENT_FAILED -> Optional.of(update(event, new Document(), SagaStates.ORDER_PAYMENT_FAILED));
            case EventTypes.ORDER_CANCELLED -> Optional.of(update(event, new Document(), SagaStates.ORDER_CANCELLED));
            default -> Optional.empty();
        };
    }

    private static WriteModel<Document> created(Event event) {
        Fields fields = event.fields();
        return update(event, new Document(ReadModel.USER_ID, fields.id("userId"))
                .append(ReadModel.ITEMS, OrderDocument.items(fields))
                .append(ReadModel.TOTAL_AMOUNT, fields.money("totalAmount").doubleValue())
                .append(ReadModel.CREATED_AT, event.utcTimestamp()), SagaStates.ORDER_PENDING);
    }

    private static WriteModel<Document> update(Event event, Document facts, String status) {
        return new UpdateOneModel<>(new Document(ID, event.orderId()),
                new Document("$set", facts.append(ReadModel.ORDER_ID, event.orderId()))
                        .append("$min", new Document(ReadModel.STATUS, status))
                        .append("$max", new Document(ReadModel.UPDATED_AT, event.utcTimestamp())), UPSERT);
    }
}
