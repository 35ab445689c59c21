package dev.breakwater.shop.notification;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.PaymentMessages;
import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.MessageHandler;
import dev.breakwater.shop.support.json.Fields;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.telemetry.MessageAttributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Passes the messages of the queue on to the WebSocket clients. A message that comes again (same message id) is not passed on again.
final class Notifications implements MessageHandler {
    private static final int REMEMBERED = 10_000;

    private final Watchers watchers;
    private final Telemetry telemetry;
    private final Set<String> handled = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    Notifications(Watchers watchers, Telemetry telemetry) {
        this.watchers = watchers;
        this.telemetry = telemetry;
    }

    @Override
    public void handle(Message message) {
        Fields fields = Fields.of(message.body());
        String type = fields.word(PaymentMessages.TYPE, PaymentMessages.TYPES);
        String orderId = fields.id("orderId");
        if (!message.id().isEmpty() && !handled.add(message.id())) {
            return;
        }
        ObjectNode told = Json.object().put("type", type).put("orderId", orderId);
        fields.optionalText("reason").ifPresent(reason -> told.put("reason", reason));
        push(orderId, Json.write(told));
    }

    private void push(String orderId, String text) {
        Span span = telemetry.span(SpanKind.PRODUCER, "push client")
                .setAttribute(MessageAttributes.SYSTEM, "websocket")
                .setAttribute(MessageAttributes.DESTINATION, "client")
                .setAttribute(MessageAttributes.OPERATION, "send")
                .setAttribute(Attributes.ORDER_ID, orderId)
                .startSpan();
        MessageAttributes.body(span, text);
        span.setAttribute("websocket.clients", watchers.tell(orderId, text));
        span.end();
    }
}
