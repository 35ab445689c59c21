package dev.breakwater.shop.bench;

import dev.breakwater.shop.support.amqp.Message;
import dev.breakwater.shop.support.amqp.OrderQueue;
import dev.breakwater.shop.support.amqp.QueuePublisher;
import dev.breakwater.shop.support.amqp.QueueSpec;
import dev.breakwater.shop.support.crypt.Bodies;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.support.telemetry.Telemetry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Our publisher and consumer beside RabbitMQ's PerfTest, on the same broker and queues of the same kind: durable, persistent messages,
/// as many unconfirmed and unacknowledged at once, each time in a JVM of its own.
/// `QueueBenchmark <amqp address> <class path of PerfTest> <rounds>`.
public final class QueueBenchmark {
    private static final int IN_FLIGHT = 200;
    private static final int BODY_BYTES = 200;
    private static final int SECONDS = 10;

    private QueueBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            try (Telemetry telemetry = Telemetry.start("bench", List.of(), () -> "robust")) {
                System.out.printf("receiving rate avg: %.0f msg/s%n", ours(URI.create(arguments[0]), telemetry));
            }
            System.exit(0);
        }
        Pattern figure = Pattern.compile("receiving rate avg: (\\d+) msg/s");
        Tool ours = new Tool(List.of("java", "-cp", System.getProperty("java.class.path"), QueueBenchmark.class.getName(), arguments[0]),
                figure);
        Tool perfTest = new Tool(List.of("java", "-cp", arguments[1], "com.rabbitmq.perf.PerfTest", "--uri", arguments[0],
                "--queue", "bench-perf-test", "--auto-delete", "false", "--flag", "persistent", "--confirm", "" + IN_FLIGHT,
                "--qos", "" + IN_FLIGHT, "--size", "" + BODY_BYTES, "--producers", "1", "--consumers", "1", "--time", "" + SECONDS),
                figure);
        Duel.fight(Integer.parseInt(arguments[2]), "publisher and consumer", ours, "PerfTest", perfTest);
    }

    private static double ours(URI broker, Telemetry telemetry) throws Exception {
        QueueSpec queue = QueueSpec.plain("bench-ours");
        LongAdder received = new LongAdder();
        AtomicBoolean over = new AtomicBoolean();
        ObjectNode body = Json.object().put("orderId", UUID.randomUUID().toString());
        body.put("filled", "x".repeat(BODY_BYTES - Json.write(body.put("filled", "")).length()));
        OrderQueue orders = new OrderQueue(broker, "bench consumer", queue, () -> IN_FLIGHT, telemetry, Bodies.PLAIN);
        try (AutoCloseable _ = orders.consume(_ -> received.increment());
                QueuePublisher publisher = new QueuePublisher(broker, "bench publisher", List.of(queue), telemetry, Bodies.PLAIN);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            publisher.ping();
            long start = System.nanoTime();
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < IN_FLIGHT; sender++) {
                sending.add(senders.submit(() -> {
                    while (!over.get()) {
                        publisher.publish(message(body));
                    }
                    return null;
                }));
            }
            TimeUnit.SECONDS.sleep(SECONDS);
            double rate = received.sum() * 1e9 / (System.nanoTime() - start);
            over.set(true);
            for (Future<?> each : sending) {
                each.get();
            }
            return rate;
        }
    }

    private static Message message(ObjectNode body) {
        Instant now = InstantSource.system().instant();
        return new Message(UUID.randomUUID().toString(), "", now, body, Map.of());
    }
}
