package dev.breakwater.shop.support.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.MessageKey;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message in the hands of a consumer, as it came. It is his until he acknowledges it, rejects it, gives it back, or dies.
final class Delivery {
    private final Channel channel;
    private final Envelope envelope;
    private final AMQP.BasicProperties properties;
    private final byte[] body;

    /// @param body which nobody changes
    Delivery(Channel channel, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
        this.channel = channel;
        this.envelope = envelope;
        this.properties = properties;
        this.body = body;
    }

    AMQP.BasicProperties properties() {
        return properties;
    }

    byte[] body() {
        return body;
    }

    /// Whether it had been delivered before, to him or to another one.
    boolean isRedelivered() {
        return envelope.isRedeliver();
    }

    /// Whether it is his still: when the channel is gone, the broker gives it to the next one.
    boolean isInHand() {
        return channel.isOpen();
    }

    /// All headers as text.
    Map<String, String> headers() {
        Map<String, String> texts = new HashMap<>();
        headerValues().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private Map<String, Object> headerValues() {
        Map<String, Object> headers = properties.getHeaders();
        return headers == null ? Map.of() : headers;
    }

    /// @throws dev.breakwater.shop.support.json.InvalidJsonException if the body is no JSON object
    /// @throws dev.breakwater.shop.support.json.FieldException if it is encrypted and cannot be decrypted
    Message message(Bodies bodies) {
        return new Message(Optional.ofNullable(properties.getMessageId()).orElse(""),
                Optional.ofNullable(properties.getCorrelationId()).orElse(""),
                Optional.ofNullable(properties.getTimestamp()).map(java.util.Date::toInstant).orElse(Instant.EPOCH),
                parsed(bodies), headers(), Optional.ofNullable(properties.getPriority()).orElse(0), 0);
    }

    private ObjectNode parsed(Bodies bodies) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return MessageKey.isToken(text) ? Json.parseObject(bodies.incoming("body", text)) : Json.parseObject(body);
    }

    /// How often it has been tried again.
    int retries() {
        return Message.retries(headers());
    }

    /// Its properties for one more try.
    ///
    /// @param expiration ms that the copy may wait where it is sent to; empty = as long as it must
    AMQP.BasicProperties again(int retries, RuntimeException why, Optional<String> expiration) {
        Map<String, Object> headers = headersAfter(why);
        headers.put(Headers.RETRY_COUNT, retries);
        return copy(headers, expiration.orElse(null));
    }

    /// Its properties where it is put aside.
    ///
    /// @param queue that it came from
    AMQP.BasicProperties aside(RuntimeException why, String queue) {
        Map<String, Object> headers = headersAfter(why);
        headers.put(Headers.FIRST_DEATH_QUEUE, queue);
        return copy(headers, null);
    }

    private Map<String, Object> headersAfter(RuntimeException why) {
        Map<String, Object> headers = new HashMap<>(headerValues());
        headers.put(Headers.FAILURE, reason(why));
        return headers;
    }

    private AMQP.BasicProperties copy(Map<String, Object> headers, @Nullable String expiration) {
        return properties.builder().headers(headers).deliveryMode(2).expiration(expiration).build();
    }

    private static String reason(RuntimeException why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    void ack() throws IOException {
        channel.basicAck(envelope.getDeliveryTag(), false);
    }

    /// For good: it is dropped, or goes where its queue sends dead letters.
    void reject() throws IOException {
        channel.basicReject(envelope.getDeliveryTag(), false);
    }

    /// Back to its place in the queue.
    void requeue() throws IOException {
        if (channel.isOpen()) {
            channel.basicNack(envelope.getDeliveryTag(), false, true);
        }
    }
}
