package dev.breakwater.brokers.rabbit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.server.protocol.v0_8.AMQMessage;
import org.apache.qpid.server.protocol.v0_8.FieldTable;
import org.apache.qpid.server.protocol.v0_8.MessageMetaData;
import org.apache.qpid.server.protocol.v0_8.transport.BasicContentHeaderProperties;
import org.apache.qpid.server.protocol.v0_8.transport.ContentHeaderBody;
import org.apache.qpid.server.store.StoredMessage;

/// RabbitMQ's `expiration` is a number of milliseconds, Qpid's a point in time. Inside the broker the publisher's number hides in a
/// header, so that a consumer sees it again.
final class Expiration {
    private static final String ORIGINAL = "x-dialect-expiration";
    /// About 35 years: keeps the sum with the present time far from overflow.
    private static final long LONGEST_MILLIS = 1L << 40;

    private Expiration() {}

    /// From the publisher's milliseconds to Qpid's point in time, in place.
    static void toQpid(BasicContentHeaderProperties properties) {
        if (!properties.hasExpiration()) return;
        Map<String, Object> headers = new HashMap<>(properties.getHeadersAsMap());
        headers.put(ORIGINAL, properties.getExpiration());
        properties.setHeaders(FieldTable.convertToFieldTable(headers));
        properties.setExpiration(System.currentTimeMillis() + Math.min(properties.getExpiration(), LONGEST_MILLIS));
    }

    /// Removes the hidden number from the headers and returns it.
    static Optional<Number> takeOriginal(Map<String, Object> headers) {
        return headers.remove(ORIGINAL) instanceof Number millis ? Optional.of(millis) : Optional.empty();
    }

    /// The message as its publisher wrote it, for delivery.
    static AMQMessage asPublished(AMQMessage message) {
        BasicContentHeaderProperties stored = message.getContentHeaderBody().getProperties();
        if (!stored.hasExpiration()) return message;
        Map<String, Object> headers = new HashMap<>(stored.getHeadersAsMap());
        return takeOriginal(headers).map(millis -> view(message, headers, millis.longValue())).orElse(message);
    }

    private static AMQMessage view(AMQMessage message, Map<String, Object> headers, long expirationMillis) {
        BasicContentHeaderProperties properties =
                new BasicContentHeaderProperties(message.getContentHeaderBody().getProperties());
        properties.setHeaders(headers.isEmpty() ? null : FieldTable.convertToFieldTable(headers));
        properties.setExpiration(expirationMillis);
        ContentHeaderBody header = new ContentHeaderBody(properties, message.getSize());
        return new AMQMessage(withMetaData(
                message.getStoredMessage(),
                new MessageMetaData(message.getMessagePublishInfo(), header, message.getArrivalTime())));
    }

    @SuppressWarnings("unchecked")
    private static StoredMessage<MessageMetaData> withMetaData(StoredMessage<MessageMetaData> stored, MessageMetaData shown) {
        return (StoredMessage<MessageMetaData>) Proxy.newProxyInstance(
                Expiration.class.getClassLoader(), new Class<?>[] {StoredMessage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getMetaData")) return shown;
                    try {
                        return method.invoke(stored, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
