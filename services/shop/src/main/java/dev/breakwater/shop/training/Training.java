package dev.breakwater.shop.training;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.inventory.InventoryService;
import dev.breakwater.shop.notification.NotificationService;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.projection.ProjectionService;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.chassis.Settings;
import dev.breakwater.shop.user.UserService;
import dev.breakwater.shop.worker.OrderWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Starts every service in this JVM, on ports of its own choice, lets orders run through them for a few seconds, and ends with 0.
/// Run it with `-XX:AOTCacheOutput=…`: what it has loaded, all services then start from. The variables are those of a service;
/// brokers that are not named are taken for dead.
public final class Training {
    private static final Duration SERVING = Duration.ofSeconds(5);
    private static final String NOWHERE = "127.0.0.1:9";

    private Training() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putIfAbsent(Variables.REDIS_URI, "redis://" + NOWHERE);
        variables.putIfAbsent(Variables.RABBITMQ_URI, "amqp://" + NOWHERE);
        variables.putIfAbsent(Variables.MONGODB_URI, "mongodb://" + NOWHERE);
        variables.putIfAbsent(Variables.JWT_SECRET, "only for the training: 0123456789abcdef");
        variables.putIfAbsent(Variables.CONTROL_TOKEN, "training");
        variables.putIfAbsent(Variables.OTLP_ENDPOINT, "http://" + NOWHERE);

        variables.put(Variables.HTTP_PORT, "0");
        variables.put(Variables.CONTROL_PORT, "0");

        Deque<Chassis> running = new ArrayDeque<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(Chassis::close)));
        String grpcPort = Integer.toString(freePort());
        variables.put(Variables.GRPC_PORT, grpcPort);
        variables.put(Variables.PAYMENT_SERVICE_ADDRESS, "127.0.0.1:" + grpcPort);
        start(running, variables, Services.PAYMENT, PaymentService::assemble);
        Chassis users = start(running, variables, Services.USER, UserService::assemble);
        variables.put(Variables.USER_SERVICE_URL, base(users));
        Chassis projection = start(running, variables, Services.PROJECTION, ProjectionService::assemble);
        variables.put(Variables.PROJECTION_URL, base(projection));
        start(running, variables, Services.INVENTORY, InventoryService::assemble);
        start(running, variables, Services.WORKER, OrderWorker::assemble);
        Chassis notifications = start(running, variables, Services.NOTIFICATION, NotificationService::assemble);
        Chassis orders = start(running, variables, Services.ORDER, OrderService::assemble);
        try (TrainingClient client = new TrainingClient(users, orders, notifications)) {
            client.order(SERVING);
        }
        System.exit(0);
    }

    private static Chassis start(Deque<Chassis> running, Map<String, String> variables, String service, Consumer<Chassis> assemble) {
        Chassis chassis = new Chassis(service, new Settings(variables));
        running.push(chassis);
        assemble.accept(chassis);
        chassis.start();
        return chassis;
    }

    private static String base(Chassis service) {
        return "http://127.0.0.1:" + service.httpPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
