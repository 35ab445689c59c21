package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.support.amqp.OrderQueue;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
class QueueConsumerLiveTest {
    private static final String QUEUE = "slow-work";

    /// Whoever changes a scenario wipes its data next: nothing may be written after that.
    @Test
    void whoIsClosedWorksOnNothingAnyMoreAndWhatWasInHandComesAgain() throws Exception {
        try (RabbitServer rabbit = new RabbitServer(); Telemetry telemetry = Telemetry.start("test", List.of(), () -> "robust")) {
            OrderQueue queue = new OrderQueue(URI.create(rabbit.variables().getOrDefault(Variables.RABBITMQ_URI, "")), "test",
                    QueueSpec.plain(QUEUE), () -> 1, telemetry, Bodies.PLAIN);
            AtomicInteger working = new AtomicInteger();
            CountDownLatch begun = new CountDownLatch(1);
            try (AutoCloseable _ = queue.consume(_ -> {
                working.incrementAndGet();
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } finally {
                    working.decrementAndGet();
                }
            }); Channel channel = rabbit.channel()) {
                channel.queueDeclare(QUEUE, true, false, false, Map.of());
                channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, "{}".getBytes(StandardCharsets.UTF_8));
                assertTrue(begun.await(20, TimeUnit.SECONDS), "nothing was delivered");
            }
            assertEquals(0, working.get());
            Eventually.holds("the message is back", () -> waiting(rabbit) == 1);
        }
    }

    /// Another prefetch needs another channel; the message in hand would be delivered to that one too, and so be worked on twice.
    @Test
    void anotherPrefetchWaitsForTheMessageInHand() throws Exception {
        try (RabbitServer rabbit = new RabbitServer(); Telemetry telemetry = Telemetry.start("test", List.of(), () -> "robust");
                Channel channel = rabbit.channel()) {
            AtomicInteger prefetch = new AtomicInteger(1);
            CountDownLatch turned = new CountDownLatch(1);
            OrderQueue queue = new OrderQueue(URI.create(rabbit.variables().getOrDefault(Variables.RABBITMQ_URI, "")), "test",
                    QueueSpec.plain(QUEUE), () -> {
                        int now = prefetch.get();
                        if (now == 2) {
                            turned.countDown();
                        }
                        return now;
                    }, telemetry, Bodies.PLAIN);
            AtomicInteger deliveries = new AtomicInteger();
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            try (AutoCloseable _ = queue.consume(_ -> {
                deliveries.incrementAndGet();
                prefetch.set(2);
                turned.await();
            })) {
                for (int i = 0; i < 3; i++) {
                    channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, "{}".getBytes(StandardCharsets.UTF_8));
                }
                Eventually.holds("all are done", () -> deliveries.get() >= 3);
            }
            assertEquals(3, deliveries.get());
        }
    }

    private static int waiting(RabbitServer rabbit) {
        try {
            return rabbit.peek(QUEUE).size();
        } catch (IOException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
