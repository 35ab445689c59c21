package dev.breakwater.shop.support.telemetry;

import dev.breakwater.contract.Attributes;
import dev.breakwater.shop.support.json.Json;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Puts a message's body and headers on a span, for those who look into it. Secrets are left out.
public final class MessageAttributes {
    public static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    public static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    /// One name for destinations that are many, such as one stream for each order.
    public static final AttributeKey<String> DESTINATION_TEMPLATE = AttributeKey.stringKey("messaging.destination.template");
    public static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    public static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    public static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    public static final AttributeKey<String> PEER = AttributeKey.stringKey("peer.service");

    private static final Set<String> SECRET = Set.of("authorization", "cookie", "proxy-authorization");

    private MessageAttributes() {}

    public static void body(Span span, String body) {
        if (!body.isEmpty()) {
            span.setAttribute(Attributes.BODY, body.length() <= Attributes.BODY_CHARS ? body : body.substring(0, Attributes.BODY_CHARS));
        }
    }

    public static void headers(Span span, Map<String, String> headers) {
        ObjectNode told = Json.object();
        headers.forEach((name, value) -> {
            if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
                told.put(name, value);
            }
        });
        span.setAttribute(Attributes.MESSAGE_HEADERS, Json.write(told));
    }
}
