package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.GetResponse;
import dev.breakwater.contract.Features;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.notification.NotificationService;
import dev.breakwater.shop.published.MessageContract;
import dev.breakwater.shop.published.MessageContract.Channel;
import dev.breakwater.shop.published.Published;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.worker.OrderWorker;
import io.lettuce.core.Range;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/// Everything that flows over streams and queues while orders end in all ways that there are, against the AsyncAPI document.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageContractLiveTest {
    /// Orders that end, or end again, with a message for their client.
    private static final int ENDS = 8;

    private final RabbitServer rabbit;
    private final Shop shop;
    private final ContractClient client;
    /// By queue, as they lay there.
    private final Map<String, List<GetResponse>> messages = new HashMap<>();
    /// Requests for payment that waited for their replies, as Redis held them.
    private List<String> pending = List.of();

    MessageContractLiveTest() throws Exception {
        rabbit = new RabbitServer();
        shop = Shop.all(rabbit.variables());
        client = new ContractClient(shop);
    }

    @AfterAll
    void close() throws Exception {
        client.close();
        shop.close();
        rabbit.close();
    }

    /// One order confirmed, one declined, one out of stock, one confirmed and then cancelled; a user who moves; an entry that nobody can
    /// read; two orders through other queues; and in the end those who take from the queues.
    @BeforeAll
    void live() throws Exception {
        String user = client.ask(201, Services.USER, "POST", "/users", "{\"name\":\"Ann\",\"email\":\"a@b\"}", "Idempotency-Key", "k")
                .path("id").asString();
        client.ask(200, Services.USER, "PUT", "/users/" + user, "{\"name\":\"Ann\",\"email\":\"c@d\"}");
        shop.ended(shop.order("keyboard"));
        shop.ended(shop.order("yacht"));
        shop.ended(shop.order("sold-out"));
        String regretted = shop.order("mouse");
        shop.ended(regretted);
        client.ask(202, Services.ORDER, "POST", "/orders/" + regretted + "/cancel", "");
        shop.redis().xadd(Streams.PAYMENT_COMMANDS, Map.of("eventType", "InitiatePayment", "data", "?"));
        Eventually.holds("it is undone", () -> shop.saga(regretted).path("status").asString().equals("compensated"));
        Eventually.holds("it is buried", () -> shop.redis().exists(Streams.dead(Streams.PAYMENT_COMMANDS)) == 1);
        queued(Features.MESSAGE_QUEUE, Queues.ORDER_PROCESSING);
        queued(Features.PRIORITY_QUEUE, Queues.URGENT_ORDERS);
        orchestrated();
        paidByMessage();
        Eventually.holds("all ends are told", () -> waiting(Queues.NOTIFICATIONS).size() == ENDS);
        messages.put(Queues.NOTIFICATIONS, waiting(Queues.NOTIFICATIONS));
        shop.start(Services.NOTIFICATION, NotificationService::assemble);
        shop.start(Services.WORKER, OrderWorker::assemble);
        Eventually.holds("the worker has charged the queued order", () -> shop.ledger("queued").size() == 1);
        shop.quiet();
    }

    /// One order for which order-service is in charge.
    private void orchestrated() throws Exception {
        for (String service : List.of(Services.ORDER, Services.PAYMENT, Services.INVENTORY)) {
            turn(service, SwitchNames.SAGA_STYLE, SwitchNames.ORCHESTRATED);
        }
        shop.ended(shop.order("keyboard"));
        for (String service : List.of(Services.ORDER, Services.PAYMENT, Services.INVENTORY)) {
            turn(service, SwitchNames.SAGA_STYLE, SwitchNames.CHOREOGRAPHED);
        }
    }

    /// Three orders without a saga: one whose payment is declined, one that is paid, one that is cancelled. Requests and replies are looked
    /// at while nobody takes them.
    private void paidByMessage() throws Exception {
        String reply = Features.switchOf(Features.ASYNC_REPLY);
        turn(Services.ORDER, Features.switchOf(Features.SAGA), Features.OFF);
        turn(Services.PAYMENT, Features.switchOf(Features.SAGA), Features.OFF);
        turn(Services.PAYMENT, reply, Features.OFF);
        for (String product : List.of("yacht", "mouse")) {
            client.ask(202, Services.ORDER, "POST", "/orders/" + shop.order(product) + "/payment", "");
        }
        client.ask(202, Services.ORDER, "POST", "/orders/" + shop.order("laptop") + "/cancel", "");
        Eventually.holds("both are asked for", () -> waiting(Queues.PAYMENT_REQUESTS).size() == 2);
        messages.put(Queues.PAYMENT_REQUESTS, waiting(Queues.PAYMENT_REQUESTS));
        turn(Services.ORDER, reply, Features.OFF);
        turn(Services.PAYMENT, reply, Features.ON);
        Eventually.holds("both are answered", () -> waiting(Queues.ORDER_PAYMENT_REPLIES).size() == 2);
        messages.put(Queues.ORDER_PAYMENT_REPLIES, waiting(Queues.ORDER_PAYMENT_REPLIES));
        pending = shop.redis().keys(Keys.pending("*")).stream().map(key -> shop.redis().get(key)).toList();
        turn(Services.ORDER, reply, Features.ON);
        Eventually.holds("nothing is pending", () -> shop.redis().keys(Keys.pending("*")).isEmpty());
        turn(Services.ORDER, Features.switchOf(Features.SAGA), Features.ON);
        turn(Services.PAYMENT, Features.switchOf(Features.SAGA), Features.ON);
    }

    private void turn(String service, String name, String value) throws Exception {
        client.ask(200, service, "PUT", "/control/switches/" + name, "{\"value\":\"%s\"}".formatted(value));
    }

    private void queued(String feature, String queue) throws Exception {
        turn(Services.ORDER, Features.switchOf(feature), Features.ON);
        client.ask(202, Services.ORDER, "POST", "/order-processing",
                "{\"orderId\":\"queued\",\"userId\":\"u-1\",\"amount\":12.5,\"urgent\":true}");
        turn(Services.ORDER, Features.switchOf(feature), Features.OFF);
        messages.put(queue, waiting(queue));
    }

    private List<GetResponse> waiting(String queue) {
        try {
            return rabbit.peek(queue);
        } catch (IOException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> channels(String server) {
        return MessageContract.channels().stream().filter(channel -> channel.server().equals(server) && !channel.isNamedAfterSomething())
                .map(Channel::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyEntryOfAStreamIsAsDocumentedAndEveryMessageIsSeen() {
        for (String stream : channels("redis")) {
            Set<String> seen = new TreeSet<>();
            for (Map<String, String> entry : entries(stream)) {
                if (!"?".equals(entry.get("data"))) {
                    seen.add(entry.getOrDefault("source", entry.getOrDefault("by", Services.PAYMENT)) + " sends " + checked(stream, entry));
                }
            }
            Set<String> documented = MessageContract.operations().stream()
                    .filter(operation -> operation.channel().equals(stream) && operation.action().equals("send"))
                    .flatMap(operation -> operation.messages().stream().map(message -> operation.service() + " sends " + message))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(documented, seen, stream);
        }
    }

    private List<Map<String, String>> entries(String stream) {
        return shop.redis().xrange(stream, Range.unbounded()).stream().map(entry -> entry.getBody()).toList();
    }

    /// The name of the message that it is.
    private static String checked(String channel, Map<String, String> entry) {
        Set<String> messages = MessageContract.channel(channel).messages();
        String message = messages.size() == 1 ? messages.iterator().next() : entry.getOrDefault("eventType", "none");
        String schema = MessageContract.schema(message);
        assertEquals("", Published.problems(schema, json(entry)), channel);
        if (entry.containsKey("data")) {
            assertEquals("", Published.problems("schema/stream/entry.schema.json#/$defs/sent", json(entry)), channel);
            assertEquals("", Published.problems(schema + "#/$defs/sent", Json.parseObject(entry.getOrDefault("data", ""))), channel);
        }
        return message;
    }

    private static ObjectNode json(Map<String, String> entry) {
        ObjectNode json = Json.object();
        entry.forEach(json::put);
        return json;
    }

    @Test
    void everyAggregateIsAsDocumented() {
        for (String aggregate : shop.redis().keys(Streams.aggregate("*"))) {
            List<Map<String, String>> events = entries(aggregate);
            for (int i = 0; i < events.size(); i++) {
                assertEquals("", Published.problems(MessageContract.schema("AggregateEntry"), json(events.get(i))));
                assertEquals(String.valueOf(i + 1), events.get(i).get("version"));
                String data = "schema/stream/" + events.get(i).get("eventType") + ".schema.json#/$defs/data";
                assertEquals("", Published.problems(data, Json.parseObject(events.get(i).getOrDefault("data", ""))));
            }
        }
    }

    @Test
    void deadEntryIsAsDocumented() {
        List<Map<String, String>> dead = entries(Streams.dead(Streams.PAYMENT_COMMANDS));
        dead.forEach(entry -> assertEquals("", Published.problems(MessageContract.schema("DeadEntry"), json(entry))));
        assertEquals(List.of("eventId is missing"), dead.stream().map(entry -> entry.get("deadReason")).toList());
    }

    @Test
    void groupsAreTheServicesThatReceive() {
        for (String stream : channels("redis")) {
            Eventually.holds("the groups of " + stream + " are " + MessageContract.services("receive", stream),
                    () -> groups(stream).equals(MessageContract.services("receive", stream)));
        }
    }

    private Set<String> groups(String stream) {
        return shop.redis().xinfoGroups(stream).stream().map(group -> String.valueOf(((List<?>) group).get(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyOfRedisIsDocumentedAndItsValueToo() {
        Map<String, String> schemas = Map.of(Keys.saga(""), "saga", Keys.user(""), "user", Keys.payment(""), "payment",
                Keys.reservation(""), "reservation", Keys.idempotency(Services.USER, ""), "answer");
        Set<String> checked = new TreeSet<>();
        for (String key : shop.redis().keys("*:*")) {
            schemas.forEach((prefix, name) -> {
                if (key.startsWith(prefix)) {
                    String value = shop.redis().get(key);
                    assertEquals("", Published.problems("schema/redis/" + name + ".schema.json", Json.parseObject(value)));
                    checked.add(name);
                }
            });
        }
        assertEquals(new TreeSet<>(schemas.values()), checked);
        assertEquals(2, pending.size());
        pending.forEach(value -> assertEquals("", Published.problems("schema/redis/pending.schema.json", Json.parseObject(value))));
    }

    @Test
    void everyMessageOfAQueueIsAsDocumented() {
        assertEquals(Map.of(Queues.NOTIFICATIONS, ENDS, Queues.ORDER_PROCESSING, 1, Queues.URGENT_ORDERS, 1, Queues.PAYMENT_REQUESTS, 2,
                Queues.ORDER_PAYMENT_REPLIES, 2), messages.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, waiting -> waiting.getValue().size())));
        messages.forEach((queue, waiting) ->
                waiting.forEach(message -> check(MessageContract.channel(queue).messages().iterator().next(), message)));
        assertEquals(9, messages.getOrDefault(Queues.URGENT_ORDERS, List.of()).getFirst().getProps().getPriority());
    }

    @Test
    void clientsArePushedWhatIsDocumented() throws Exception {
        BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder().buildAsync(URI.create(shop.base(Services.NOTIFICATION).replace("http", "ws") + "/ws"),
                    new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                            pushed.add(text.toString());
                            return WebSocket.Listener.super.onText(socket, text, last);
                        }
                    }).join();
            shop.ended(shop.order("yacht"));
            String text = String.valueOf(pushed.poll(20, TimeUnit.SECONDS));
            assertEquals("", Published.problems(MessageContract.schema("Push") + "#/$defs/sent", Json.parseObject(text)));
            http.shutdownNow();
        }
    }

    /// Body, properties and headers.
    private static void check(String name, GetResponse message) {
        ObjectNode body = Json.parseObject(new String(message.getBody(), StandardCharsets.UTF_8));
        assertEquals("", Published.problems(MessageContract.schema(name) + "#/$defs/sent", body));
        AMQP.BasicProperties given = message.getProps();
        ObjectNode headers = Json.object().put("delivery_mode", given.getDeliveryMode()).put("message_id", given.getMessageId())
                .put("correlation_id", given.getCorrelationId()).put("timestamp", given.getTimestamp().toInstant().getEpochSecond())
                .put("content_type", given.getContentType());
        if (given.getPriority() != null) {
            headers.put("priority", given.getPriority());
        }
        given.getHeaders().forEach((header, value) -> {
            if (value instanceof Integer number) {
                headers.put(header, number);
            } else {
                headers.put(header, value.toString());
            }
        });
        assertEquals("", Published.problems(MessageContract.HEADERS, headers));
    }
}
