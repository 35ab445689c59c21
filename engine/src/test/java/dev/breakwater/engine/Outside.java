package dev.breakwater.engine;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.breakwater.engine.environment.Addresses;
import dev.breakwater.engine.load.ClientToken;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that others have written against the shop's names: they know addresses, names and the token's secret, and no code of ours.
final class Outside implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final InstantSource CLOCK = InstantSource.system();

    private final Access access;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ClientResources resources = BrokerClients.resources();
    private final RedisClient redis;
    private final StatefulRedisConnection<String, String> connection;
    private final Connection rabbit;
    private final Channel channel;

    Outside(Access access) throws Exception {
        this.access = access;
        this.redis = BrokerClients.redis(access.addresses(), resources);
        this.connection = redis.connect();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(access.addresses().brokers().get(Addresses.RABBITMQ));
        this.rabbit = factory.newConnection("outside");
        this.channel = rabbit.createChannel();
    }

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    RedisCommands<String, String> redis() {
        return connection.sync();
    }

    Channel channel() {
        return channel;
    }

    URI address(String service) {
        return URI.create("http://127.0.0.1:" + Optional.ofNullable(access.addresses().services().get(service)).orElseThrow().http());
    }

    HttpResponse<String> post(String service, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(service).resolve(path)).POST(BodyPublishers.ofString(body))
                .header("Authorization", new ClientToken(access.jwtSecret(), CLOCK).bearer());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    String get(String service, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(service).resolve(path)).build(), BodyHandlers.ofString()).body();
    }

    /// Signs somebody up and places an order.
    ///
    /// @return its id
    String order(String product) throws IOException, InterruptedException {
        String user = json(post("user-service", "/users", "{\"name\":\"Ann\",\"email\":\"%s@example.org\"}".formatted(UUID.randomUUID()))
                .body()).path("id").asString();
        return json(post("order-service", "/orders", "{\"userId\":\"%s\",\"items\":[{\"productId\":\"%s\",\"quantity\":1}]}"
                .formatted(user, product)).body()).path("id").asString();
    }

    /// The next message of a queue, acknowledged.
    GetResponse take(String queue) throws InterruptedException {
        return eventually("a message in " + queue, () -> {
            try {
                return Optional.ofNullable(channel.basicGet(queue, true));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    static JsonNode body(GetResponse message) {
        return json(new String(message.getBody(), StandardCharsets.UTF_8));
    }

    void send(String queue, String body) throws IOException {
        channel.basicPublish("", queue, new AMQP.BasicProperties.Builder().deliveryMode(2).headers(Map.of()).build(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// Asks until there is an answer.
    static <T> T eventually(String what, Supplier<Optional<T>> ask) throws InterruptedException {
        Instant end = CLOCK.instant().plus(PATIENCE);
        while (CLOCK.instant().isBefore(end)) {
            Optional<T> found = ask.get();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not within %s: %s".formatted(PATIENCE, what));
    }

    static void holds(String what, Supplier<Boolean> condition) throws InterruptedException {
        boolean held = eventually(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
        if (!held) {
            throw new AssertionError(what);
        }
    }

    @Override
    public void close() throws IOException {
        rabbit.close();
        connection.close();
        redis.shutdown();
        resources.shutdown().awaitUninterruptibly();
        http.shutdownNow();
    }
}
