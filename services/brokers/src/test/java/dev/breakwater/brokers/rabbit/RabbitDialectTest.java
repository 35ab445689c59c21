package dev.breakwater.brokers.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.RpcClient;
import com.rabbitmq.client.RpcClientParams;
import com.rabbitmq.client.ShutdownSignalException;
import dev.breakwater.brokers.RunningBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An unmodified amqp-client against the broker, as against RabbitMQ.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitDialectTest {
    private static final Map<String, Object> DEAD_LETTERING =
            Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "failed-orders", "x-message-ttl", 300_000);

    private final RunningBroker broker;

    RabbitDialectTest(@TempDir Path folder) throws IOException {
        broker = new RunningBroker(QpidBroker.class, folder);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void aRejectedMessageIsDeadLetteredWithItsHistory() throws Exception {
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "orders-1", DEAD_LETTERING); // before its exchange is there
            deadLetterQueue(channel, "dlx", "failed-orders");
            publish(channel, "orders-1", "bad", null);
            channel.basicReject(await(channel, "orders-1", false).getEnvelope().getDeliveryTag(), false);
            GetResponse dead = await(channel, "failed-orders", true);
            assertEquals("bad", body(dead));
            assertEquals("dlx", dead.getEnvelope().getExchange());
            Map<?, ?> death = death(dead);
            assertEquals("rejected", String.valueOf(death.get("reason")));
            assertEquals("orders-1", String.valueOf(death.get("queue")));
            assertEquals(1L, death.get("count"));
        }
    }

    @Test
    void anExpiredMessageIsDeadLettered() throws Exception {
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "orders-2", Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "late", "x-message-ttl", 300));
            declare(channel, "late", Map.of());
            publish(channel, "orders-2", "slow", null);
            assertEquals("expired", String.valueOf(death(await(channel, "late", true)).get("reason")));
        }
    }

    @Test
    void anExpirationIsRelativeAndShownAsItWasWritten() throws Exception {
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "orders-3", DEAD_LETTERING);
            publish(channel, "orders-3", "there is time", new AMQP.BasicProperties.Builder().expiration("60000").build());
            assertEquals("60000", await(channel, "orders-3", true).getProps().getExpiration());
        }
    }

    @Test
    void highPriorityOvertakes() throws Exception {
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "urgent-orders", Map.of("x-max-priority", 10));
            for (int priority : new int[] {0, 5, 9, 10, 1})
                publish(channel, "urgent-orders", "" + priority, new AMQP.BasicProperties.Builder().priority(priority).build());
            List<String> order = new ArrayList<>();
            for (int i = 0; i < 5; i++) order.add(body(await(channel, "urgent-orders", true)));
            assertEquals(List.of("10", "9", "5", "1", "0"), order);
        }
    }

    @Test
    void aDifferentDeclarationIsRefusedWith406() throws Exception {
        try (Connection connection = connect()) {
            try (Channel channel = connection.createChannel()) {
                declare(channel, "orders-4", DEAD_LETTERING);
                declare(channel, "orders-4", DEAD_LETTERING);
            }
            Channel refused = connection.createChannel();
            IOException failure = assertThrows(IOException.class, () -> declare(refused, "orders-4", Map.of()));
            ShutdownSignalException signal = assertInstanceOf(ShutdownSignalException.class, failure.getCause());
            assertEquals(406, ((AMQP.Channel.Close) signal.getReason()).getReplyCode());
            assertTrue(connection.isOpen());
        }
    }

    @Test
    void nackOfSeveralPutsThemAllBack() throws Exception {
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "orders-5", Map.of());
            for (int i = 0; i < 4; i++) publish(channel, "orders-5", "" + i, null);
            long last = 0;
            for (int i = 0; i < 3; i++) last = await(channel, "orders-5", false).getEnvelope().getDeliveryTag();
            assertEquals(1, channel.messageCount("orders-5"), "only ready ones are counted");
            channel.basicNack(last, true, true);
            for (int i = 0; i < 4; i++) assertEquals("" + i, body(await(channel, "orders-5", true)));
        }
    }

    @Test
    void aConsumerHearsThatItsQueueIsGone() throws Exception {
        BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            declare(channel, "orders-6", Map.of());
            String tag = channel.basicConsume("orders-6", true, (consumer, message) -> {}, cancelled::add);
            channel.queueDelete("orders-6");
            assertEquals(tag, cancelled.poll(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void repliesComeDirectly() throws Exception {
        try (Connection connection = connect(); Channel server = connection.createChannel(); Channel client = connection.createChannel()) {
            declare(server, "questions", Map.of());
            server.basicConsume("questions", true, (tag, question) -> server.basicPublish(
                    "", question.getProperties().getReplyTo(),
                    new AMQP.BasicProperties.Builder().correlationId(question.getProperties().getCorrelationId()).build(),
                    "answer".getBytes(StandardCharsets.UTF_8)), tag -> {});
            RpcClient rpc = new RpcClient(new RpcClientParams().channel(client).exchange("").routingKey("questions").timeout(5_000));
            assertEquals("answer", rpc.stringCall("question"));
        }
    }

    @Test
    void confirmedMessagesAndArgumentsSurviveKill() throws Exception {
        Connection lost = connect();
        Channel publishing = lost.createChannel();
        deadLetterQueue(publishing, "dlx-7", "failed-7");
        declare(publishing, "orders-7", Map.of("x-dead-letter-exchange", "dlx-7", "x-dead-letter-routing-key", "failed-7"));
        publishing.confirmSelect();
        for (int i = 0; i < 100; i++) publish(publishing, "orders-7", "" + i, null);
        publishing.waitForConfirmsOrDie(10_000);
        broker.killAndRestart();
        lost.abort();
        try (Connection connection = connect(); Channel channel = connection.createChannel()) {
            assertEquals(100, channel.messageCount("orders-7"));
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < 99; i++) bodies.add(body(await(channel, "orders-7", true)));
            channel.basicReject(await(channel, "orders-7", false).getEnvelope().getDeliveryTag(), false);
            bodies.add(body(await(channel, "failed-7", true)));
            assertEquals(IntStream.range(0, 100).mapToObj(String::valueOf).toList(), bodies);
        }
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(broker.port());
        factory.setUsername(RunningBroker.USER);
        factory.setPassword(RunningBroker.PASSWORD);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }

    private static void declare(Channel channel, String queue, Map<String, Object> arguments) throws IOException {
        channel.queueDeclare(queue, true, false, false, arguments);
    }

    private static void deadLetterQueue(Channel channel, String exchange, String queue) throws IOException {
        channel.exchangeDeclare(exchange, "direct", true);
        declare(channel, queue, Map.of());
        channel.queueBind(queue, exchange, queue);
    }

    private static void publish(Channel channel, String queue, String body, AMQP.@Nullable BasicProperties given)
            throws IOException {
        AMQP.BasicProperties.Builder properties = given == null ? new AMQP.BasicProperties.Builder() : given.builder();
        channel.basicPublish("", queue, properties.deliveryMode(2).build(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static GetResponse await(Channel channel, String queue, boolean acknowledge) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        GetResponse got = channel.basicGet(queue, acknowledge);
        while (got == null && System.nanoTime() < deadline) got = channel.basicGet(queue, acknowledge);
        if (got == null) throw new AssertionError("nothing arrived in " + queue);
        return got;
    }

    private static String body(GetResponse message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    private static Map<?, ?> death(GetResponse message) {
        List<?> deaths = assertInstanceOf(List.class, message.getProps().getHeaders().get("x-death"));
        return assertInstanceOf(Map.class, deaths.getFirst());
    }
}
