package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Queues;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Dead letters of the shop are read with their history, and replayed.
@Tag("live")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadLettersLiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lab lab;
    private final Outside outside;

    DeadLettersLiveTest() throws Exception {
        Scenario scenario = LabsForTests.scenario("dead-letters");
        lab = new Lab(new LabSettings(LabsForTests.HOME, scenario, "embedded", 42, new LoadProfile.Constant(0),
                Optional.empty(), InstantSource.system().instant()), Environments::open, InstantSource.system());
        lab.startAndWait();
        outside = new Outside(lab.access());
        turn("retry.back-off-millis", "1");
    }

    @AfterAll
    void close() throws Exception {
        outside.close();
        lab.close();
    }

    @Test
    void theHealthOfWhoTakesOrdersTellsOfTheQueue() throws Exception {
        for (String service : List.of("order-service", "payment-service")) {
            assertEquals("up", Outside.json(outside.get(service, "/health")).path("dependencies").path("rabbitmq").asString(""), service);
        }
    }

    private void turn(String name, String value) {
        assertTrue(lab.switches().set("payment-service", name, value).accepted());
    }

    private DeadLetterBox box(Predicate<DeadLetterBox> wanted) throws InterruptedException {
        return LabsForTests.await(lab, run -> wanted.test(run.deadLetters()), PATIENCE).deadLetters();
    }

    private static Optional<DeadLetter> of(DeadLetterBox box, String order) {
        return box.letters().stream().filter(letter -> letter.orderId().equals(order)).findFirst();
    }

    @Test
    void anOrderThatWasGivenUpIsReplayedAndCharged() throws Exception {
        String order = "o-" + UUID.randomUUID();
        turn("work.fails-percent", "100");
        outside.post("order-service", "/order-processing", "{\"orderId\":\"%s\",\"userId\":\"u\",\"amount\":5}".formatted(order));
        DeadLetter letter = of(box(now -> of(now, order).isPresent()), order).orElseThrow();
        assertEquals(Queues.ORDER_PROCESSING, letter.queue());
        assertEquals(Queues.MAX_RETRIES, letter.retries());
        assertTrue(letter.body().contains(order), letter::body);
        assertEquals("rejected", letter.deaths().getFirst().reason());
        turn("work.fails-percent", "0");
        lab.replay(Set.of(letter.id()));
        Outside.holds("it is charged", () -> outside.redis().exists(Keys.payment(order)) == 1);
        box(now -> of(now, order).isEmpty());
    }

    @Test
    void whatCannotBeReadComesBack() throws Exception {
        byte[] poison = {(byte) 0xff, 'x'};
        outside.channel().basicPublish("", Queues.ORDER_PROCESSING, new BasicProperties.Builder().messageId("poison").build(), poison);
        DeadLetter first = of(box(now -> of(now, "poison").isPresent()), "poison").orElseThrow();
        assertEquals("ff 78", first.body());
        assertEquals(1, lab.replayNow(Set.of(first.id())));
        box(now -> of(now, "poison").isPresent());
        assertEquals(0, lab.replayNow(Set.of("no such letter")));
    }

    @Test
    void whatNoQueueTakesStaysAndTheReasonIsTold() throws Exception {
        List<Map<String, Object>> deaths = List.of(Map.of("queue", "gone", "reason", "rejected", "count", 1L, "exchange", "",
                "time", Date.from(Instant.EPOCH)));
        outside.channel().basicPublish("", Queues.FAILED_ORDERS,
                new BasicProperties.Builder().messageId("stray").headers(Map.of("x-death", deaths)).build(),
                "{}".getBytes(StandardCharsets.UTF_8));
        DeadLetter stray = of(box(now -> of(now, "stray").isPresent()), "stray").orElseThrow();
        assertEquals("gone", stray.queue());
        IOException refused = assertThrows(IOException.class, () -> lab.replayNow(Set.of(stray.id())));
        assertEquals("there is no queue gone that would take it", refused.getMessage());
        assertEquals(refused.getMessage(), box(now -> !now.trouble().isEmpty()).trouble());
        box(now -> of(now, "stray").isPresent());
    }
}
