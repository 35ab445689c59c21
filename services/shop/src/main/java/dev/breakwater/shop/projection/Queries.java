package dev.breakwater.shop.projection;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.http.Reply;
import dev.breakwater.shop.support.http.Request;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.node.ArrayNode;

/// The queries: they read from the read model and from nowhere else.
final class Queries {
    private final ReadModelStore store;
    private final Telemetry telemetry;

    Queries(ReadModelStore store, Telemetry telemetry) {
        this.store = store;
        this.telemetry = telemetry;
    }

    /// `GET /orders/{id}`
    Reply order(Request request) {
        request.isAbout(request.path("id"));
        return find(ReadModel.ORDER_ID, request.path("id")).stream().findFirst()
                .map(order -> Reply.ok(Json.parseObject(order.toJson())))
                .orElseThrow(() -> ApiException.notFound("Order not found"));
    }

    /// `GET /users/{id}/orders`, newest first, 1000 at most.
    Reply ordersOfUser(Request request) {
        ArrayNode orders = Json.object().putArray("orders");
        find(ReadModel.USER_ID, request.path("id")).forEach(order -> orders.add(Json.parseObject(order.toJson())));
        return Reply.ok(orders);
    }

    private List<Document> find(String field, String value) {
        Span span = Projection.span(telemetry, "find");
        if (field.equals(ReadModel.ORDER_ID)) {
            span.setAttribute(Attributes.ORDER_ID, value);
        }
        try {
            return store.find(field, value);
        } catch (RuntimeException e) {
            Telemetry.fail(span, e.toString());
            throw e;
        } finally {
            span.end();
        }
    }
}
