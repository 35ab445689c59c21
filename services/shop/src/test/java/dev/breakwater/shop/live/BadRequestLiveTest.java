package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.Services;
import dev.breakwater.shop.inventory.InventoryService;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.projection.ProjectionService;
import dev.breakwater.shop.published.Changes;
import dev.breakwater.shop.published.Changes.Change;
import dev.breakwater.shop.published.HttpContract.Operation;
import dev.breakwater.shop.published.Published;
import dev.breakwater.shop.user.UserService;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Bad bodies for every operation that takes one, made from its published schema. What the schema refuses, the service refuses, and names
/// the field; what it accepts, the service does not call malformed.
@Tag("live")
class BadRequestLiveTest {
    private static final List<Operation> WITH_BODY = ContractClient.OPERATIONS.stream().filter(Operation::takesBody).toList();
    /// Which names and values there are is a matter of the service, not of the schema.
    private static final Set<String> STRICTER_THAN_THE_SCHEMA = Set.of("PUT /control/switches", "PUT /control/switches/{name}");
    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_DEPTH = 64;

    private static @Nullable Shop shop;
    private static @Nullable ContractClient client;

    @BeforeContainer
    static void open() throws Exception {
        Shop opened = new Shop(Map.of());
        opened.start(Services.USER, UserService::assemble);
        opened.start(Services.ORDER, OrderService::assemble);
        opened.start(Services.INVENTORY, InventoryService::assemble);
        opened.start(Services.PROJECTION, ProjectionService::assemble);
        shop = opened;
        client = new ContractClient(opened);
    }

    @AfterContainer
    static void close() throws Exception {
        if (client != null && shop != null) {
            client.close();
            shop.close();
        }
    }

    private static JsonNode example(Operation operation) {
        return Published.read(operation.bodySchema()).path("examples").path(0);
    }

    /// Faults go to a service that nobody calls here.
    private static String service(Operation operation) {
        return !operation.services().isEmpty() ? operation.services().getFirst()
                : operation.path().contains("faults") ? Services.INVENTORY : Services.USER;
    }

    private static HttpResponse<String> send(Operation operation, byte[] body, String... headers) throws Exception {
        String path = operation.path().replace("{name}", "idempotence").replaceAll("\\{[^}]*}", "nobody");
        return client().send(service(operation), operation.method(), path, body, headers);
    }

    private static ContractClient client() {
        if (client == null) {
            throw new AssertionError("not opened");
        }
        return client;
    }

    @Example
    void whatTheSchemaRefusesIsRefusedWithTheNameOfTheField() throws Exception {
        for (Operation operation : WITH_BODY) {
            for (Change change : Changes.of(example(operation))) {
                check(operation, change.toString(), change.document());
            }
        }
    }

    private static void check(Operation operation, String change, JsonNode body) throws Exception {
        var errors = Published.errors(operation.bodySchema(), body);
        HttpResponse<String> answer = send(operation, body.toString().getBytes(StandardCharsets.UTF_8));
        String told = operation.route() + " with " + change + ": " + answer.statusCode() + " " + answer.body() + ", schema: " + errors;
        assertTrue(answer.statusCode() < 500, told);
        if (!errors.isEmpty()) {
            assertEquals(400, answer.statusCode(), told);
            if (depth(body) > MAX_DEPTH) { // two nestings, one in the other: that deep nothing is read, and no field has a name
                assertTrue(answer.body().contains("nesting depth"), told);
                return;
            }
            assertTrue(Changes.blamed(errors).contains(Published.parse(answer.body()).path("field").asString("none")), told);
        } else if (!STRICTER_THAN_THE_SCHEMA.contains(operation.route())) {
            assertTrue(answer.statusCode() != 400, told);
        }
    }

    private static int depth(JsonNode node) {
        return node.isContainer() ? 1 + node.valueStream().mapToInt(BadRequestLiveTest::depth).max().orElse(0) : 0;
    }

    @Property(tries = 300)
    void twoChangesAtOnceAreRefusedLikeOne(@ForAll("operations") Operation operation, @ForAll Random random) throws Exception {
        Change first = oneOf(Changes.of(example(operation)), random);
        List<Change> more = Changes.of(first.document());
        Change second = more.isEmpty() ? first : oneOf(more, random);
        check(operation, first + " and " + second, second.document());
    }

    private static Change oneOf(List<Change> changes, Random random) {
        return changes.get(random.nextInt(changes.size()));
    }

    /// Not even when the bytes are no text.
    @Property(tries = 300)
    void noBytesMakeAServerError(@ForAll("operations") Operation operation, @ForAll("noise") List<int[]> noise) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(example(operation).toString().getBytes(StandardCharsets.UTF_8));
        byte[] bytes = body.toByteArray();
        for (int[] change : noise) {
            bytes[change[0] % bytes.length] = (byte) change[1];
        }
        HttpResponse<String> answer = send(operation, bytes);
        assertTrue(answer.statusCode() < 500, answer.body());
    }

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(WITH_BODY);
    }

    @Provide
    Arbitrary<List<int[]>> noise() {
        return Combinators.combine(Arbitraries.integers().between(0, 10_000), Arbitraries.integers().between(0, 255))
                .as((place, value) -> new int[] {place, value}).list().ofMinSize(1).ofMaxSize(6);
    }

    @Example
    void whatIsNoJsonObjectInUtf8IsABadBody() throws Exception {
        String deep = "[".repeat(70) + "]".repeat(70);
        for (Operation operation : WITH_BODY) {
            String good = example(operation).toString();
            badBody(operation, "[]", "1", "\"x\"", "null", "{", good + "}", good.substring(1), good.replaceFirst(":", "="),
                    good.replaceFirst("\\{", "{\"deep\":" + deep + ","), good.replaceFirst("\\{", "{\"deep\":" + "[".repeat(100_000)),
                    good.replaceFirst("\\{", "{\"long\":" + "9".repeat(101) + ","), good.replaceFirst("\\{", "{\"nan\":NaN,"),
                    good.replaceFirst("\\{", "{\"bare\":'x',"));
            for (byte[] wrong : List.of(new byte[] {(byte) 0xff}, new byte[] {(byte) 0xc0, (byte) 0x80},
                    new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80})) {
                badBody(operation, good.replaceFirst("\\{", "{\"text\":\"" + new String(wrong, StandardCharsets.ISO_8859_1) + "\",")
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
            badBody(operation, good.getBytes(StandardCharsets.UTF_16BE));
            badBody(operation, good.getBytes(StandardCharsets.UTF_16));
            if (operation.needsBody()) {
                badBody(operation, new byte[0]);
            }
        }
    }

    private static void badBody(Operation operation, String... bodies) throws Exception {
        for (String body : bodies) {
            badBody(operation, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void badBody(Operation operation, byte[] body) throws Exception {
        HttpResponse<String> answer = send(operation, body);
        String shown = new String(body, 0, Math.min(body.length, 80), StandardCharsets.ISO_8859_1);
        assertEquals(400, answer.statusCode(), () -> operation.route() + " with " + shown + ": " + answer.body());
        assertTrue(answer.body().startsWith("{\"error\":\"body: "), answer.body());
    }

    @Example
    void aMebibyteIsTakenAndAByteMoreIsNot() throws Exception {
        for (Operation operation : WITH_BODY) {
            String good = example(operation).toString();
            for (int more : new int[] {1, 2, 4 * MAX_BODY}) {
                assertEquals(413, send(operation, padded(good, MAX_BODY + more)).statusCode(), operation::route);
            }
            assertTrue(send(operation, padded(good, MAX_BODY)).statusCode() != 413, operation::route);
        }
    }

    private static byte[] padded(String json, int bytes) {
        return (json + " ".repeat(bytes - json.length())).getBytes(StandardCharsets.UTF_8);
    }

    @Example
    void badHeadersAndQueriesAreNamed() throws Exception {
        String ann = "{\"name\":\"Ann\",\"email\":\"a@b\"}";
        client().ask(200, Services.USER, "PUT", "/control/switches/idempotence", "{\"value\":\"robust\"}"); // else keys are not looked at
        for (String key : List.of(" ", "k".repeat(201))) {
            JsonNode refused = client().ask(400, Services.USER, "POST", "/users", ann, "Idempotency-Key", key);
            assertEquals("Idempotency-Key", refused.path("field").asString());
        }
        for (String version : List.of("", "x", "-1", "1.5", "99999999999999999999")) {
            JsonNode refused = client().ask(400, Services.ORDER, "GET", "/orders/o/events?fromVersion=" + version, "");
            assertEquals("fromVersion", refused.path("field").asString());
        }
        assertEquals("id", client().ask(400, Services.USER, "GET", "/users/" + "x".repeat(201), "").path("field").asString());
    }
}
