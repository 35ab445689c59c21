package dev.breakwater.engine.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetter.Death;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class LetterReaderTest {
    private static final Instant T0 = Instant.parse("2026-11-28T12:00:00Z");

    private static DeadLetter read(@Nullable String messageId, @Nullable Map<String, Object> headers, byte[] body) {
        BasicProperties properties = new BasicProperties.Builder().messageId(messageId).headers(headers).build();
        return LetterReader.read(new GetResponse(new Envelope(1, false, "dlx", "failed-orders"), properties, body, 0));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> death(String queue, String reason) {
        return Map.of("queue", queue, "reason", reason, "count", 3L, "time", Date.from(T0));
    }

    @Example
    void itTellsItsOrderItsHistoryAndWhereItCameFrom() {
        DeadLetter letter = read("m1", Map.of("x-retry-count", 3, "x-failure", "the bank is closed",
                "x-death", List.of(death("order-processing", "rejected"), death("order-processing-retry-3", "expired"))),
                utf8("{\"orderId\":\"o1\"}"));
        assertEquals(new DeadLetter(letter.id(), "o1", "order-processing", "{\"orderId\":\"o1\"}", "the bank is closed", 3, List.of(
                new Death("order-processing", "rejected", 3, T0), new Death("order-processing-retry-3", "expired", 3, T0))), letter);
    }

    @Example
    void whatOnlyWaitedForARetryCameFromTheQueueBeforeIt() {
        Map<String, Object> headers = Map.of("x-death", List.of(death("urgent-orders-retry-2", "expired")));
        assertEquals("urgent-orders", read(null, headers, utf8("{}")).queue());
    }

    @Example
    void whatAConsumerPutAsideCameFromTheQueueThatItNames() {
        assertEquals("payment-requests", read(null, Map.of("x-first-death-queue", "payment-requests"), utf8("no JSON")).queue());
    }

    @Example
    void withoutAnyHeaderItIsNamedByItsMessageId() {
        DeadLetter letter = read("m1", null, utf8("no JSON"));
        assertEquals(new DeadLetter(letter.id(), "m1", "", "no JSON", "", 0, List.of()), letter);
        assertEquals("", read(null, null, utf8("[]")).orderId());
    }

    @Example
    void bytesThatAreNoTextAreShownAsNumbersAndLongBodiesAreCut() {
        assertEquals("ff 00", read(null, null, new byte[] {(byte) 0xff, 0}).body());
        assertEquals(DeadLetter.MAX_BODY_CHARS + 1, read(null, null, utf8("x".repeat(1 << 20))).body().length());
    }

    @Example
    void lettersThatDifferHaveOtherIds() {
        String id = read("m1", null, utf8("{}")).id();
        assertEquals(id, read("m1", null, utf8("{}")).id());
        assertNotEquals(id, read("m2", null, utf8("{}")).id());
        assertNotEquals(id, read("m1", null, utf8("{ }")).id());
    }

    @Property(tries = 300)
    void nothingInItIsTakenForGranted(@ForAll byte[] body, @ForAll String header, @ForAll int number) {
        Map<String, Object> strange = new HashMap<>(Map.of("x-retry-count", header, "x-failure", number,
                "x-death", List.of(header, number, Map.of(), Map.of("count", header, "time", number, "queue", number))));
        assertTrue(read(header, strange, body).id().length() == 16);
        strange.put("x-death", header);
        strange.put("x-retry-count", null);
        assertEquals(List.of(), read(header, strange, body).deaths());
    }
}
