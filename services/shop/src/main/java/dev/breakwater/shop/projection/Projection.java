package dev.breakwater.shop.projection;

import com.mongodb.client.model.WriteModel;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.redis.EventHandler;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/// Folds each order event into the read model; it is acknowledged when MongoDB has it. Naive, commands write the read model themselves,
/// and events pass by.
final class Projection implements EventHandler {
    private final ReadModelStore store;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final BooleanSupplier folds;

    /// @param folds whether the read model is what the events say
    Projection(ReadModelStore store, Telemetry telemetry, InstantSource clock, BooleanSupplier folds) {
        this.store = store;
        this.telemetry = telemetry;
        this.clock = clock;
        this.folds = folds;
    }

    @Override
    public Commit handle(Event event) {
        Optional<WriteModel<Document>> update = OrderUpdates.of(event);
        if (update.isPresent() && folds.getAsBoolean()) {
            write(event.orderId(), update.get(), event.data().toString());
            tellLag(event.type(), event.utcTimestamp());
        }
        return new Commit();
    }

    /// @param told what it comes from, for those who look into it
    void write(String orderId, WriteModel<Document> update, String told) {
        Span span = span(telemetry, "update").setAttribute(Attributes.ORDER_ID, orderId);
        MessageAttributes.body(span, told);
        try {
            store.write(List.of(update));
        } catch (RuntimeException e) {
            Telemetry.fail(span, e.toString());
            throw e;
        } finally {
            span.end();
        }
    }

    /// Tells how long ago that happened which the read model shows now.
    void tellLag(String what, String happenedAt) {
        telemetry.figure(Figure.PROJECTION_LAG, what, Duration.between(Instant.parse(happenedAt), clock.instant()).toMillis());
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
