package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Services;
import dev.breakwater.shop.notification.NotificationService;
import dev.breakwater.shop.published.HttpContract;
import dev.breakwater.shop.published.HttpContract.Operation;
import dev.breakwater.shop.published.Published;
import dev.breakwater.shop.support.control.CallFaults;
import dev.breakwater.shop.support.control.ControlApi;
import dev.breakwater.shop.support.control.Switches;
import dev.breakwater.shop.support.http.Routes;
import dev.breakwater.shop.worker.OrderWorker;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The OpenAPI documents against the services that run.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractLiveTest {
    /// These would take as long as a caller's patience with the read model.
    private static final Set<String> NOT_PROVOKED = Set.of(
            "504 GET /orders/{id}", "504 GET /users/{id}/orders", "504 POST /orders/{id}/cancel");
    private static final String LONG = "x".repeat(201);
    private static final String ANN = "{\"name\":\"Ann\",\"email\":\"ann@example.org\"}";

    private static final String DOCUMENT = """
            {"userId":"u","items":[{"productId":"mouse","quantity":2}],"totalAmount":39.80,"status":"pending",
            "createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"}""";

    private final RabbitServer rabbit;
    private final Shop shop;
    private final ContractClient client;

    HttpContractLiveTest() throws Exception {
        rabbit = new RabbitServer();
        shop = Shop.all(rabbit.variables());
        shop.start(Services.NOTIFICATION, NotificationService::assemble);
        shop.start(Services.WORKER, OrderWorker::assemble);
        client = new ContractClient(shop);
    }

    @AfterAll
    void close() throws Exception {
        client.close();
        shop.close();
        rabbit.close();
    }

    @Test
    void everyRouteIsDocumentedAndEveryOperationIsARoute() {
        for (String service : Services.ALL) {
            assertEquals(documented(Published.OPENAPI, service), shop.chassis(service).routes().operations(), service);
        }
        Routes control = new Routes();
        new ControlApi("t", new Switches(_ -> Optional.empty()), new CallFaults()).register(control);
        assertEquals(documented(Published.CONTROL, ""), control.operations());
    }

    private static Set<String> documented(String document, String service) {
        return HttpContract.operations(document).stream()
                .filter(operation -> service.isEmpty() || operation.services().contains(service))
                .map(Operation::route).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyDocumentedAnswerIsGivenAndNoOther() throws Exception {
        refusals();
        users();
        orders();
        payments();
        queue();
        control();
        outages();
        Set<String> missing = ContractClient.OPERATIONS.stream()
                .flatMap(operation -> operation.statuses().stream().map(status -> status + " " + operation.route()))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(client.seen());
        missing.removeAll(NOT_PROVOKED);
        assertEquals(Set.of(), missing, "documented, but never seen");
    }

    /// What every operation refuses in the same way.
    private void refusals() throws Exception {
        for (Operation operation : ContractClient.OPERATIONS) {
            for (String service : operation.services().isEmpty() ? Services.ALL : operation.services()) {
                String path = operation.path().replaceAll("\\{[^}]*}", "nobody");
                if (operation.wantsToken()) {
                    client.ask(401, service, operation.method(), path, "", "Authorization", "Bearer x");
                }
                if (!path.equals(operation.path()) && !operation.route().equals("PUT /control/switches/{name}")) {
                    client.ask(400, service, operation.method(), path.replace("nobody", LONG), "");
                }
                if (operation.takesBody()) {
                    client.ask(413, service, operation.method(), path, " ".repeat((1 << 20) + 1));
                    client.ask(400, service, operation.method(), path, "[1]");
                }
                HttpResponse<String> refused = client.raw(service, operation.document().equals(Published.CONTROL), "PATCH", path,
                        new byte[0]);
                assertEquals(405, refused.statusCode(), operation.route());
                assertEquals("", Published.problems("schema/http/Error.schema.json", Published.parse(refused.body())));
            }
        }
    }

    private void users() throws Exception {
        String id = client.ask(201, Services.USER, "POST", "/users", ANN, "Idempotency-Key", "k").path("id").asString();
        client.ask(201, Services.USER, "POST", "/users", ANN, "Idempotency-Key", "k");
        client.ask(422, Services.USER, "POST", "/users", ANN.replace("Ann", "Bob"), "Idempotency-Key", "k");
        client.ask(200, Services.USER, "GET", "/users/" + id, "");
        client.ask(404, Services.USER, "GET", "/users/nobody", "");
        client.ask(200, Services.USER, "PUT", "/users/" + id, ANN.replace("Ann", "Bob"));
        client.ask(404, Services.USER, "PUT", "/users/nobody", ANN);
        client.ask(404, Services.NOTIFICATION, "GET", "/addresses/nobody", "");
        Eventually.holds("the address is known", () -> status(Services.NOTIFICATION, "/addresses/" + id) == 200);
    }

    private int status(String service, String path) {
        try {
            return client.send(service, "GET", path, new byte[0]).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String order(String user) {
        return "{\"userId\":\"%s\",\"items\":[{\"productId\":\"mouse\",\"quantity\":2}]}".formatted(user);
    }

    /// Commands that write the read model themselves are told when that fails.
    private void dualWrite(String user) throws Exception {
        String order = client.ask(201, Services.ORDER, "POST", "/orders", order(user)).path("id").asString();
        client.ask(200, Services.ORDER, "PUT", "/control/switches/read-model-writes", "{\"value\":\"naive\"}");
        client.ask(201, Services.PROJECTION, "POST", "/control/faults", "{\"id\":\"w\",\"type\":\"error\",\"endpoint\":\"/orders/{id}\"}");
        client.ask(502, Services.ORDER, "POST", "/orders/" + order + "/cancel", "");
        client.ask(200, Services.PROJECTION, "DELETE", "/control/faults/w", "");
        client.ask(200, Services.ORDER, "PUT", "/control/switches/read-model-writes", "{\"value\":\"robust\"}");
        client.ask(200, Services.PROJECTION, "PUT", "/orders/somebodys", DOCUMENT);
    }

    private void orders() throws Exception {
        String user = shop.user();
        client.ask(422, Services.ORDER, "POST", "/orders", order("nobody"));
        String order = client.ask(201, Services.ORDER, "POST", "/orders", order(user)).path("id").asString();
        shop.ended(order);
        client.ask(409, Services.ORDER, "POST", "/orders/" + order + "/cancel", "{\"expectedVersion\":7}");
        client.ask(202, Services.ORDER, "POST", "/orders/" + order + "/cancel", "");
        client.ask(404, Services.ORDER, "POST", "/orders/nobody/cancel", "");
        client.ask(200, Services.ORDER, "GET", "/orders/" + order + "/events?fromVersion=2", "");
        client.ask(400, Services.ORDER, "GET", "/orders/" + order + "/events?fromVersion=-2", "");
        client.ask(404, Services.ORDER, "GET", "/orders/nobody/events", "");
        client.ask(200, Services.ORDER, "GET", "/orders/" + order + "/state?version=1", "");
        client.ask(400, Services.ORDER, "GET", "/orders/" + order + "/state?version=0", "");
        client.ask(404, Services.ORDER, "GET", "/orders/" + order + "/state?version=99", "");
        dualWrite(user);
        for (String service : List.of(Services.ORDER, Services.PROJECTION)) {
            Eventually.holds("the read model knows the order", () -> status(service, "/orders/" + order) == 200);
            client.ask(404, service, "GET", "/orders/nobody", "");
            client.ask(200, service, "GET", "/users/" + user + "/orders", "");
        }
        client.ask(202, Services.PROJECTION, "POST", "/read-model/rebuild", "");
        client.ask(200, Services.PAYMENT, "GET", "/payments/" + order, "");
        client.ask(404, Services.PAYMENT, "GET", "/payments/nobody", "");
        client.ask(200, Services.INVENTORY, "GET", "/stock/mouse", "");
        for (String service : Services.ALL) {
            client.ask(200, service, "GET", "/health", "");
            client.ask(200, service, "GET", "/metrics", "");
        }
    }

    private String pending(String user) throws Exception {
        return client.ask(201, Services.ORDER, "POST", "/orders", order(user)).path("id").asString();
    }

    private void turn(String name, String value) throws Exception {
        client.ask(200, Services.ORDER, "PUT", "/control/switches/" + name, "{\"value\":\"%s\"}".formatted(value));
    }

    /// Without a saga, orders wait to be paid.
    private void payments() throws Exception {
        turn("feature.saga", "off");
        String user = shop.user();
        String order = pending(user);
        client.ask(202, Services.ORDER, "POST", "/orders/" + order + "/payment", "", "Idempotency-Key", "p");
        client.ask(422, Services.ORDER, "POST", "/orders/" + pending(user) + "/payment", "", "Idempotency-Key", "p");
        Eventually.holds("it is paid", () -> state(order).equals("confirmed"));
        client.ask(409, Services.ORDER, "POST", "/orders/" + order + "/payment", "");
        client.ask(404, Services.ORDER, "POST", "/orders/nobody/payment", "");
        turn("async-reply", "naive");
        client.ask(200, Services.ORDER, "POST", "/orders/" + pending(user) + "/payment", "");
        turn("async-reply", "robust");
        turn("feature.saga", "on");
    }

    private String state(String order) {
        try {
            return client.ask(200, Services.ORDER, "GET", "/orders/" + order + "/state", "").path("status").asString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void queue() throws Exception {
        String order = "{\"orderId\":\"o-1\",\"userId\":\"u-1\",\"amount\":5}";
        client.ask(409, Services.ORDER, "POST", "/order-processing", order);
        client.ask(200, Services.ORDER, "PUT", "/control/switches/feature.message-queue", "{\"value\":\"on\"}");
        client.ask(202, Services.ORDER, "POST", "/order-processing", order);
    }

    private void control() throws Exception {
        client.ask(404, Services.USER, "PUT", "/control/switches/nobody", "{\"value\":1}");
        client.ask(200, Services.USER, "GET", "/control/switches", "");
        client.ask(200, Services.USER, "PUT", "/control/switches", "{\"idempotence\":\"robust\"}");
        client.ask(404, Services.USER, "DELETE", "/control/faults/nobody", "");
        client.ask(200, Services.ORDER, "PUT", "/control/switches/user-call.timeout-millis", "{\"value\":100}");
        client.ask(201, Services.USER, "POST", "/control/faults", "{\"id\":\"f\",\"type\":\"error\",\"endpoint\":\"/users/{id}\"}");
        client.ask(502, Services.ORDER, "POST", "/orders", order("anybody"));
        client.ask(201, Services.USER, "POST", "/control/faults", "{\"id\":\"f\",\"type\":\"delay\",\"delayMillis\":1000}");
        client.ask(504, Services.ORDER, "POST", "/orders", order("anybody"));
        client.ask(200, Services.USER, "GET", "/control/faults", "");
        client.ask(200, Services.USER, "DELETE", "/control/faults/f", "");
    }

    /// All at once: some wait for a database to come back.
    private void outages() throws Exception {
        rabbit.kill();
        shop.killDatabases();
        List<Callable<JsonNode>> calls = new ArrayList<>();
        for (String service : Services.ALL) {
            calls.add(() -> client.ask(503, service, "GET", "/health", ""));
        }
        calls.add(() -> client.ask(503, Services.USER, "POST", "/users", ANN));
        calls.add(() -> client.ask(503, Services.USER, "GET", "/users/u", ""));
        calls.add(() -> client.ask(503, Services.USER, "PUT", "/users/u", ANN));
        calls.add(() -> client.ask(503, Services.ORDER, "POST", "/orders", order("u"), "Idempotency-Key", "o"));
        calls.add(() -> client.ask(503, Services.ORDER, "GET", "/orders/o", ""));
        calls.add(() -> client.ask(503, Services.ORDER, "GET", "/users/u/orders", ""));
        calls.add(() -> client.ask(503, Services.ORDER, "GET", "/orders/o/events", ""));
        calls.add(() -> client.ask(503, Services.ORDER, "GET", "/orders/o/state", ""));
        calls.add(() -> client.ask(503, Services.ORDER, "POST", "/orders/o/cancel", ""));
        calls.add(() -> client.ask(503, Services.PROJECTION, "PUT", "/orders/o", DOCUMENT));
        calls.add(() -> client.ask(503, Services.ORDER, "POST", "/orders/o/payment", ""));
        calls.add(() -> client.ask(503, Services.ORDER, "POST", "/order-processing", "{\"orderId\":\"o\",\"userId\":\"u\",\"amount\":5}"));
        calls.add(() -> client.ask(503, Services.PAYMENT, "GET", "/payments/o", ""));
        calls.add(() -> client.ask(503, Services.INVENTORY, "GET", "/stock/mouse", ""));
        all(calls);
        shop.chassis(Services.PROJECTION).close();
        client.ask(502, Services.ORDER, "GET", "/orders/o", "");
        client.ask(502, Services.ORDER, "GET", "/users/u/orders", "");
    }

    private static void all(List<Callable<JsonNode>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<JsonNode> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
    }
}
