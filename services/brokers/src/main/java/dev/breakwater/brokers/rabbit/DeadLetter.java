package dev.breakwater.brokers.rabbit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.bytebuffer.QpidByteBuffer;
import org.apache.qpid.server.protocol.v0_8.AMQMessage;
import org.apache.qpid.server.protocol.v0_8.AMQShortString;
import org.apache.qpid.server.protocol.v0_8.FieldTable;
import org.apache.qpid.server.protocol.v0_8.MessageMetaData;
import org.apache.qpid.server.protocol.v0_8.transport.BasicContentHeaderProperties;
import org.apache.qpid.server.protocol.v0_8.transport.ContentHeaderBody;
import org.apache.qpid.server.protocol.v0_8.transport.MessagePublishInfo;
import org.apache.qpid.server.store.MessageHandle;
import org.apache.qpid.server.store.MessageStore;

/// How one message is published anew after its death, with the headers that RabbitMQ's documentation of dead lettering names.
///
/// @param queue in which it died
/// @param reason `expired` or `rejected`
/// @param exchange where it goes now; empty is the default exchange
record DeadLetter(String queue, String reason, String exchange, String routingKey) {
    private static final String X_DEATH = "x-death";

    /// A new message with the same body and properties, `x-death` in front and no expiration.
    AMQMessage copyOf(AMQMessage message, MessageStore store) {
        MessagePublishInfo publish =
                new MessagePublishInfo(AMQShortString.valueOf(exchange), false, false, AMQShortString.valueOf(routingKey));
        ContentHeaderBody header = new ContentHeaderBody(propertiesOf(message), message.getSize());
        MessageHandle<MessageMetaData> handle =
                store.addMessage(new MessageMetaData(publish, header, System.currentTimeMillis()));
        try (QpidByteBuffer body = message.getContent()) {
            if (body.hasRemaining()) handle.addContent(body);
        }
        return new AMQMessage(handle.allContentAdded());
    }

    private BasicContentHeaderProperties propertiesOf(AMQMessage message) {
        BasicContentHeaderProperties properties =
                new BasicContentHeaderProperties(message.getContentHeaderBody().getProperties());
        Map<String, Object> headers = new LinkedHashMap<>(properties.getHeadersAsMap());
        headers.put(X_DEATH, deaths(headers, message));
        headers.putIfAbsent("x-first-death-reason", reason);
        headers.putIfAbsent("x-first-death-queue", queue);
        headers.putIfAbsent("x-first-death-exchange", exchangeOf(message));
        properties.setHeaders(FieldTable.convertToFieldTable(headers));
        properties.setExpiration(0);
        return properties;
    }

    /// The newest death first; another one in the same queue for the same reason counts up and moves to the front.
    private List<Object> deaths(Map<String, Object> headers, AMQMessage message) {
        List<Object> deaths = new ArrayList<>();
        long count = 1;
        for (Object earlier : headers.get(X_DEATH) instanceof Collection<?> list ? list : List.of()) {
            if (earlier instanceof Map<?, ?> death && sameQueueAndReason(death))
                count += death.get("count") instanceof Number times ? times.longValue() : 0;
            else deaths.add(earlier instanceof Map<?, ?> death ? withTime(death) : earlier);
        }
        deaths.addFirst(death(count, headers, message));
        return deaths;
    }

    private Map<String, Object> death(long count, Map<String, Object> headers, AMQMessage message) {
        Map<String, Object> death = new LinkedHashMap<>();
        death.put("count", count);
        death.put("reason", reason);
        death.put("queue", queue);
        death.put("time", timestamp(System.currentTimeMillis() / 1000));
        death.put("exchange", exchangeOf(message));
        death.put("routing-keys", List.of(message.getInitialRoutingAddress()));
        Expiration.takeOriginal(headers).ifPresent(millis -> death.put("original-expiration", millis.toString()));
        return death;
    }

    private boolean sameQueueAndReason(Map<?, ?> death) {
        return queue.equals(String.valueOf(death.get("queue"))) && reason.equals(String.valueOf(death.get("reason")));
    }

    /// Qpid reads a timestamp back as a plain number: make it one again.
    private static Map<?, ?> withTime(Map<?, ?> death) {
        if (!(death.get("time") instanceof Long seconds)) return death;
        Map<Object, Object> copy = new LinkedHashMap<>(death);
        copy.put("time", timestamp(seconds));
        return copy;
    }

    /// Qpid writes a date's number raw, and AMQP wants seconds.
    private static Date timestamp(long epochSeconds) {
        return Date.from(Instant.ofEpochMilli(epochSeconds));
    }

    private static String exchangeOf(AMQMessage message) {
        return Objects.toString(message.getTo(), "");
    }
}
