package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.Headers;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.outage.OutageException;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The span of one message on its way to the broker.
///
/// @param properties of the message, with the trace in its headers
record Sending(Span span, AMQP.BasicProperties properties) {
    static Sending begin(Telemetry telemetry, Destination to, AMQP.BasicProperties given, byte[] body) {
        Span span = telemetry.span(SpanKind.PRODUCER, "send " + to.routingKey())
                .setAttribute(MessageAttributes.SYSTEM, "rabbitmq")
                .setAttribute(MessageAttributes.DESTINATION, to.routingKey())
                .setAttribute(MessageAttributes.OPERATION, "send")
                .setAttribute(MessageAttributes.MESSAGE_ID, Optional.ofNullable(given.getMessageId()).orElse(""))
                .startSpan();
        Map<String, Object> headers = new HashMap<>(given.getHeaders() == null ? Map.of() : given.getHeaders());
        headers.remove(Headers.TRACEPARENT);
        String carried = telemetry.carried(span);
        if (!carried.isEmpty()) {
            headers.put(Headers.TRACEPARENT, carried);
        }
        AMQP.BasicProperties properties = given.builder().headers(headers).build();
        describe(span, properties, body);
        return new Sending(span, properties);
    }

    /// What the message says, for those who look into it.
    static void describe(Span span, AMQP.BasicProperties properties, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        MessageAttributes.body(span, text);
        Map<String, String> headers = new HashMap<>();
        Optional.ofNullable(properties.getHeaders()).orElse(Map.of()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        Optional.ofNullable(properties.getPriority()).ifPresent(priority -> headers.put("priority", String.valueOf(priority)));
        Optional.ofNullable(properties.getExpiration()).ifPresent(millis -> headers.put("expiration", millis));
        Optional.ofNullable(properties.getCorrelationId()).ifPresent(id -> headers.put("correlation_id", id));
        Optional.ofNullable(properties.getMessageId()).ifPresent(id -> headers.put("message_id", id));
        Optional.ofNullable(properties.getTimestamp()).ifPresent(at -> headers.put("timestamp", at.toInstant().toString()));
        MessageAttributes.headers(span, headers);
        order(text, properties.getCorrelationId()).ifPresent(order -> span.setAttribute(Attributes.ORDER_ID, order));
    }

    /// @param otherwise the order of what cannot be looked into
    private static Optional<String> order(String body, @Nullable String otherwise) {
        try {
            return Optional.ofNullable(Json.parseObject(body).get("orderId")).filter(JsonNode::isString).map(JsonNode::stringValue);
        } catch (InvalidJsonException foreign) {
            return Optional.ofNullable(otherwise);
        }
    }

    /// Marks the span.
    ///
    /// @return what is to be thrown
    OutageException failed(OutageException why) {
        Telemetry.fail(span, String.valueOf(why.getMessage()));
        return why;
    }

    void end() {
        span.end();
    }
}
