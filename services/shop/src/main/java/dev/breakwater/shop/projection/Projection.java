package dev.breakwater.shop.projection;

import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Folds each order event into the read model; it is acknowledged when MongoDB has it.
final class Projection implements EventHandler {
    private final ReadModelStore store;
    private final Telemetry telemetry;

    Projection(ReadModelStore store, Telemetry telemetry) {
        this.store = store;
        this.telemetry = telemetry;
    }

    @Override
    public Commit handle(Event event) {
        Optional<WriteModel<Document>> update = OrderUpdates.of(event);
        if (update.isPresent()) {
            write(event, update.get());
        }
        return new Commit();
    }

    private void write(Event event, WriteModel<Document> update) {
        Span span = span(telemetry, "update").setAttribute(Attributes.ORDER_ID, event.orderId());
        MessageAttributes.body(span, event.data().toString());
        try {
            store.write(List.of(update));
        } catch (RuntimeException e) {
            Telemetry.fail(span, e.toString());
            throw e;
        } finally {
            span.end();
        }
    }

    /// The span of one database operation.
    static Span span(Telemetry telemetry, String operation) {
        return telemetry.span(SpanKind.CLIENT, operation + " " + ReadModel.COLLECTION)
                .setAttribute("db.system.name", "mongodb")
                .setAttribute("db.collection.name", ReadModel.COLLECTION)
                .setAttribute("db.operation.name", operation)
                .startSpan();
    }
}
