package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.Figure;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.http.ApiException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Event;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import java.util.function.Supplier;

/// How commands append to orders that somebody else may change at the same time, and what came of it. Robust: the version is compared
/// in the step that appends. Naive, as textbooks show it: it was compared before, and who comes in between is not noticed.
final class Appends {
    private final Supplier<String> variant;
    private final Telemetry telemetry;

    Appends(Supplier<String> variant, Telemetry telemetry) {
        this.variant = variant;
        this.telemetry = telemetry;
    }

    /// Adds to the commit: append this event.
    ///
    /// @param seenVersion which the order had when it was read
    void add(Commit commit, Event event, String orderId, long seenVersion) {
        Commit appending = variant.get().equals(SwitchNames.ROBUST) ? Aggregates.append(commit, event, orderId, seenVersion)
                : Aggregates.appendUnchecked(commit, event, orderId, seenVersion);
        appending.afterwards(() -> appended(event, orderId, seenVersion + 1));
    }

    private void appended(Event event, String orderId, long version) {
        telemetry.figure(Figure.APPENDS, "appended", 1);
        Span span = telemetry.span(SpanKind.PRODUCER, "send " + Streams.AGGREGATES)
                .setAttribute(MessageAttributes.SYSTEM, "redis")
                .setAttribute(MessageAttributes.DESTINATION, Streams.aggregate(orderId))
                .setAttribute(MessageAttributes.DESTINATION_TEMPLATE, Streams.AGGREGATES)
                .setAttribute(MessageAttributes.OPERATION, "send")
                .setAttribute(MessageAttributes.MESSAGE_ID, event.id())
                .startSpan();
        span.setAttribute(Attributes.ORDER_ID, orderId);
        MessageAttributes.body(span, Json.write(event.data()));
        MessageAttributes.headers(span, Map.of(EventFields.EVENT_TYPE, event.type(), EventFields.VERSION, Long.toString(version)));
        span.end();
    }

    /// What is answered to who has seen another version than there is.
    ApiException refused(long expected, long actual) {
        telemetry.figure(Figure.APPENDS, "refused: expected %d, got %d".formatted(expected, actual), 1);
        return new ApiException(409, "Expected version " + expected + ", got " + actual);
    }
}
