package dev.breakwater.shop.projection;

import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import org.bson.Document;

/// Writes to the read model from outside: the second half of a dual write.
final class DirectWrites {
    private final Projection projection;

    DirectWrites(Projection projection) {
        this.projection = projection;
    }

    /// `PUT /orders/{id} {userId, items, totalAmount, status, createdAt, updatedAt}`
    Reply put(Request request) {
        String orderId = request.path("id");
        request.isAbout(orderId);
        Fields order = request.fields();
        WriteModel<Document> update = OrderDocument.of(orderId, order);
        projection.write(orderId, update, Json.write(order.node()));
        projection.tellLag("written directly", OrderDocument.time(order, ReadModel.UPDATED_AT));
        return Reply.ok(Json.object().put(ReadModel.ORDER_ID, orderId));
    }
}
