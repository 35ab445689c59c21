package dev.breakwater.shop.live;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.breakwater.contract.Features;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.inventory.InventoryService;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.projection.ProjectionService;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Settings;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.user.UserService;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The services of the shop in this JVM, on a Redis of their own, with an in-memory MongoDB and, unless it is told of one, no RabbitMQ:
/// what is for the queue waits in the outbox. In each scenario orders go through another queue, or through none: here it is none at first.
final class Shop implements AutoCloseable {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String CONTROL_TOKEN = "control";

    final RedisServer redis = new RedisServer();
    final int grpcPort = Ports.free();
    private final String mongoUri;
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, Integer> controlPorts = new HashMap<>();
    private final Map<String, Chassis> services = new HashMap<>();
    private final Deque<Chassis> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param more variables for all services
    Shop(Map<String, String> more) throws IOException {
        String nowhere = "127.0.0.1:" + Ports.free();
        for (String service : Services.ALL) {
            ports.put(service, Ports.free());
            controlPorts.put(service, Ports.free());
        }
        variables.put(Variables.REDIS_URI, redis.uri());
        variables.put(Variables.RABBITMQ_URI, "amqp://" + nowhere);
        mongoUri = "mongodb:/" + mongo.bind();
        variables.put(Variables.MONGODB_URI, mongoUri);
        variables.put(Variables.JWT_SECRET, SECRET);
        variables.put(Variables.CONTROL_TOKEN, CONTROL_TOKEN);
        variables.put(Variables.GRPC_PORT, Integer.toString(grpcPort));
        variables.put(Variables.PAYMENT_SERVICE_ADDRESS, "127.0.0.1:" + grpcPort);
        variables.put(Variables.USER_SERVICE_URL, base(Services.USER));
        variables.put(Variables.PROJECTION_URL, base(Services.PROJECTION));
        for (String feature : List.of(Features.MESSAGE_QUEUE, Features.DEAD_LETTERS, Features.PRIORITY_QUEUE)) {
            variables.put(variable(Features.switchOf(feature)), Features.OFF);
        }
        variables.putAll(more);
    }

    /// The variable that sets a switch.
    static String variable(String name) {
        return Variables.SWITCH_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    static Shop all() throws IOException {
        return all(Map.of());
    }

    /// All but notification-service, which takes from the queue, and order-worker, which takes from another one.
    ///
    /// @param more variables for all services
    static Shop all(Map<String, String> more) throws IOException {
        Shop shop = new Shop(more);
        shop.start(Services.USER, UserService::assemble);
        shop.start(Services.PAYMENT, PaymentService::assemble);
        shop.start(Services.INVENTORY, InventoryService::assemble);
        shop.start(Services.PROJECTION, ProjectionService::assemble);
        shop.start(Services.ORDER, OrderService::assemble);
        return shop;
    }

    Chassis start(String service, Consumer<Chassis> assemble) {
        Map<String, String> own = new HashMap<>(variables);
        own.put(Variables.HTTP_PORT, String.valueOf(ports.get(service)));
        own.put(Variables.CONTROL_PORT, String.valueOf(controlPorts.get(service)));
        Chassis chassis = new Chassis(service, new Settings(own));
        running.push(chassis);
        services.put(service, chassis);
        assemble.accept(chassis);
        chassis.start();
        return chassis;
    }

    String base(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    String mongoUri() {
        return mongoUri;
    }

    String controlBase(String service) {
        return "http://127.0.0.1:" + controlPorts.get(service);
    }

    Chassis chassis(String service) {
        return Optional.ofNullable(services.get(service)).orElseThrow(() -> new AssertionError(service + " is not started"));
    }

    /// Takes Redis and MongoDB away from the services.
    void killDatabases() {
        redis.kill();
        mongo.shutdownNow();
    }

    RedisCommands<String, String> redis() {
        return redis.commands();
    }

    HttpResponse<String> get(String service, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base(service) + path)));
    }

    HttpResponse<String> post(String service, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base(service) + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// @param token value of `Authorization`
    HttpResponse<String> getWith(String token, String service, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base(service) + path)).header("Authorization", token).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Authorization", running.getLast().tokens().bearer()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    String user() throws IOException, InterruptedException {
        return Json.parseObject(post(Services.USER, "/users", "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}").body())
                .get("id").stringValue();
    }

    /// Places an order of one unit.
    ///
    /// @return its id
    String order(String product) throws IOException, InterruptedException {
        HttpResponse<String> placed = post(Services.ORDER, "/orders",
                "{\"userId\":\"%s\",\"items\":[{\"productId\":\"%s\",\"quantity\":1}]}".formatted(user(), product));
        if (placed.statusCode() != 201) {
            throw new AssertionError(placed.statusCode() + " " + placed.body());
        }
        return Json.parseObject(placed.body()).get("id").stringValue();
    }

    ObjectNode saga(String orderId) {
        return Json.parseObject(redis().get(Keys.saga(orderId)));
    }

    /// Waits until the saga has ended.
    ///
    /// @return its state
    ObjectNode ended(String orderId) {
        Eventually.holds("saga of " + orderId + " ends", () -> !saga(orderId).path("status").asString().equals("active"));
        return saga(orderId);
    }

    /// Waits until every group has handled everything, and nothing new came while we looked.
    void quiet() {
        Eventually.holds("all groups are done", () -> {
            long before = entries();
            return Streams.SAGA.stream().allMatch(this::isDone) && before == entries();
        });
    }

    boolean isDone(String stream) {
        return redis().exists(stream) == 0 || redis().xinfoGroups(stream).stream().map(Object::toString)
                .allMatch(group -> group.contains("pending, 0") && group.contains(lastId(stream)));
    }

    private long entries() {
        return Streams.SAGA.stream().mapToLong(redis()::xlen).sum();
    }

    private String lastId(String stream) {
        return "last-delivered-id, " + redis().xrevrange(stream, Range.unbounded(), Limit.from(1)).getFirst().getId();
    }

    /// Kinds of movements of money of one order, oldest first.
    List<String> ledger(String orderId) {
        return redis().xrange(Streams.PAYMENT_LEDGER, Range.unbounded()).stream()
                .filter(entry -> orderId.equals(entry.getBody().get("orderId")))
                .map(entry -> entry.getBody().get("kind") + " " + entry.getBody().get("amount")).toList();
    }

    /// Types of the events of one order on a stream, oldest first.
    List<String> types(String stream, String orderId) {
        return redis().xrange(stream, Range.unbounded()).stream()
                .filter(entry -> entry.getBody().getOrDefault("data", "").contains(orderId))
                .map(entry -> String.valueOf(entry.getBody().get("eventType"))).toList();
    }

    @Override
    public void close() throws IOException {
        while (!running.isEmpty()) {
            running.pop().close();
        }
        http.shutdownNow();
        mongo.shutdownNow();
        redis.close();
    }
}
