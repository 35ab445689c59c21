package dev.breakwater.shop.training;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// A client that orders a little of everything.
final class TrainingClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LEAST_ORDERS = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Chassis users;
    private final Chassis orders;
    private final Chassis notifications;

    TrainingClient(Chassis users, Chassis orders, Chassis notifications) {
        this.users = users;
        this.orders = orders;
        this.notifications = notifications;
    }

    void order(Duration howLong) throws IOException, InterruptedException {
        http.newWebSocketBuilder().buildAsync(uri("ws", notifications, "/ws"), new WebSocket.Listener() {}).join();
        String user = post(users, "/users", Json.object().put("name", "Ann").put("email", "ann@example.org")).path("id").asString("nobody");
        long end = System.nanoTime() + howLong.toNanos();
        for (int i = 0; i < LEAST_ORDERS || System.nanoTime() - end < 0; i++) {
            ObjectNode order = Json.object().put("userId", user);
            order.putArray("items").addObject().put("quantity", 1)
                    .put("productId", Catalogue.PRODUCTS.get(i % Catalogue.PRODUCTS.size()).id());
            String id = post(orders, "/orders", order).path("id").asString("none");
            get(orders, "/orders/" + id);
            get(orders, "/orders/" + id + "/events");
            get(orders, "/users/" + user + "/orders");
            get(orders, "/health");
            get(orders, "/metrics");
            Thread.sleep(20);
        }
    }

    private ObjectNode post(Chassis service, String path, ObjectNode body) throws IOException, InterruptedException {
        return Json.parseObject(send(service, path, HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))));
    }

    private void get(Chassis service, String path) throws IOException, InterruptedException {
        send(service, path, HttpRequest.newBuilder());
    }

    private String send(Chassis service, String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.uri(uri("http", service, path)).timeout(TIMEOUT)
                .header("Authorization", service.tokens().bearer()).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static URI uri(String scheme, Chassis service, String path) {
        return URI.create(scheme + "://127.0.0.1:" + service.httpPort() + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
