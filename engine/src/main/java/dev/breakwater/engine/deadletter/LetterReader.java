package dev.breakwater.engine.deadletter;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Queues;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetter.Death;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What a dead letter says of itself. Anybody may have written it: nothing in it is taken for granted.
final class LetterReader {
    static final String X_DEATH = "x-death";
    private static final ObjectMapper JSON = new JsonMapper();
    private static final int ID_BYTES = 8;

    private LetterReader() {}

    static DeadLetter read(GetResponse message) {
        BasicProperties properties = message.getProps();
        Map<String, Object> headers = Optional.ofNullable(properties.getHeaders()).orElse(Map.of());
        List<Death> deaths = headers.get(X_DEATH) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(entry -> death((Map<?, ?>) entry)).toList() : List.of();
        String messageId = Optional.ofNullable(properties.getMessageId()).orElse("");
        String body = text(message.getBody());
        return new DeadLetter(id(messageId, deaths, message.getBody()), orderId(body).orElse(messageId), queue(deaths, headers), cut(body),
                headers.containsKey(Headers.FAILURE) ? String.valueOf(headers.get(Headers.FAILURE)) : "",
                headers.get(Headers.RETRY_COUNT) instanceof Number count ? count.intValue() : 0, deaths);
    }

    /// The queue of which it is a dead letter; where it only waited for a retry it did not come from.
    private static String queue(List<Death> deaths, Map<String, Object> headers) {
        return deaths.stream().map(Death::queue).findFirst().map(LetterReader::withoutRetry)
                .orElseGet(() -> text(headers.get(Headers.FIRST_DEATH_QUEUE)));
    }

    private static String withoutRetry(String queue) {
        return IntStream.rangeClosed(1, Queues.MAX_RETRIES).mapToObj(retry -> Queues.retry("", retry)).filter(queue::endsWith)
                .map(end -> queue.substring(0, queue.length() - end.length())).findFirst().orElse(queue);
    }

    private static Death death(Map<?, ?> entry) {
        return new Death(text(entry.get("queue")), text(entry.get("reason")),
                entry.get("count") instanceof Number count ? count.longValue() : 1,
                entry.get("time") instanceof Date at ? at.toInstant() : Instant.EPOCH);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException noText) {
            return HexFormat.ofDelimiter(" ").formatHex(body);
        }
    }

    private static String cut(String body) {
        return body.length() <= DeadLetter.MAX_BODY_CHARS ? body : body.substring(0, DeadLetter.MAX_BODY_CHARS) + "…";
    }

    private static Optional<String> orderId(String body) {
        try {
            return JSON.readTree(body).path("orderId").asStringOpt();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static String id(String messageId, List<Death> deaths, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((messageId + deaths).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
