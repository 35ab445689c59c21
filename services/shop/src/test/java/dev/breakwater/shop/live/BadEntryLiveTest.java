package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import dev.breakwater.contract.EventFields;
import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.Keys;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.shop.notification.NotificationService;
import dev.breakwater.shop.published.Changes;
import dev.breakwater.shop.published.Changes.Change;
import dev.breakwater.shop.published.MessageContract;
import dev.breakwater.shop.published.MessageContract.Channel;
import dev.breakwater.shop.published.Published;
import dev.breakwater.shop.support.json.Json;
import io.lettuce.core.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bad entries for every stream that is read, made from the published schema of each event: they end on the dead stream with the name of
/// the field, good ones do not, and nobody is held up.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadEntryLiveTest {
    /// A field of the entry that no service knows.
    private static final String MARK = "mark";
    private static final List<Channel> READ = MessageContract.channels().stream()
            .filter(channel -> channel.server().equals("redis") && !channel.isNamedAfterSomething()
                    && !MessageContract.services("receive", channel.name()).isEmpty()).toList();

    private final RabbitServer rabbit;
    private final Shop shop;
    private final String order;

    BadEntryLiveTest() throws Exception {
        rabbit = new RabbitServer();
        shop = Shop.all(rabbit.variables());
        shop.start(Services.NOTIFICATION, NotificationService::assemble);
        order = shop.order("mouse");
        shop.ended(order);
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
        rabbit.close();
    }

    /// An example of its type; CancelOrder names an order that there is.
    private Map<String, String> entry(String message) {
        String schema = MessageContract.schema(message);
        ObjectNode data = (ObjectNode) Published.at(schema + "#/$defs/data").path("examples").path(0).deepCopy();
        if (data.has("orderId")) {
            data.put("orderId", message.equals(EventTypes.CANCEL_ORDER) ? order : "marked-" + UUID.randomUUID());
        }
        JsonNode type = Published.read(schema).at("/properties/eventType");
        return new HashMap<>(Map.of(EventFields.EVENT_TYPE, type.path("const").asString(type.path("enum").path(0).asString("")),
                EventFields.EVENT_ID, UUID.randomUUID().toString(), EventFields.TIMESTAMP, "2026-11-27T12:00:00Z",
                EventFields.VERSION, "1.0", EventFields.SOURCE, "test", EventFields.DATA, Json.write(data),
                EventFields.CORRELATION_ID, UUID.randomUUID().toString()));
    }

    /// Number of the mark → the fields of which one must be blamed; none if it is a good one.
    private final Map<String, Set<String>> expected = new TreeMap<>();
    private final Map<String, String> told = new HashMap<>();

    private void send(String stream, Map<String, String> entry, Set<String> blamed, String what) {
        String mark = String.valueOf(expected.size());
        entry.put(MARK, mark);
        expected.put(mark, blamed);
        told.put(mark, stream + ": " + what + ": " + entry);
        shop.redis().xadd(stream, entry);
    }

    @Test
    void whatTheSchemaRefusesEndsOnTheDeadStreamAndHoldsUpNobody() throws Exception {
        for (Channel channel : READ) {
            for (String message : channel.messages()) {
                send(channel.name(), entry(message), Set.of(), message);
                badEntries(channel.name(), message);
                badData(channel.name(), message);
            }
        }
        for (String message : List.of(EventTypes.USER_CREATED, EventTypes.USER_UPDATED)) {
            Map<String, String> nobody = entry(message);
            nobody.put(EventFields.DATA, "{\"name\":\"Ann\",\"email\":\"a@b\"}");
            send(Streams.USER_EVENTS, nobody, Set.of("userId"), message + " without any id");
        }
        assertEquals("completed", shop.ended(shop.order("keyboard")).path("status").asString());
        READ.forEach(channel -> Eventually.holds("all of " + channel.name() + " is handled", () -> shop.isDone(channel.name())));
        Map<String, List<String>> dead = dead();
        expected.forEach((mark, blamed) -> {
            List<String> reasons = dead.getOrDefault(mark, List.of());
            assertEquals(blamed.isEmpty(), reasons.isEmpty(), () -> told.get(mark) + " is dead because " + reasons + ", not " + blamed);
            reasons.forEach(reason -> assertTrue(blamed.stream().anyMatch(field -> reason.startsWith(field + " ") || field.equals("data")),
                    () -> told.get(mark) + " is dead because " + reason + ", not " + blamed));
        });
        assertTrue(expected.values().stream().filter(blamed -> !blamed.isEmpty()).count() > 500, () -> "only " + expected.size());
    }

    private void badEntries(String stream, String message) {
        for (String field : words(Published.read("schema/stream/entry.schema.json").path("required"))) {
            if (field.equals(EventFields.EVENT_TYPE)) {
                continue; // of no type that anybody knows: that is for others
            }
            Map<String, String> missing = entry(message);
            missing.remove(field);
            send(stream, missing, Set.of(field), message + " without " + field);
            for (String wrong : List.of("", " ")) {
                Map<String, String> blank = entry(message);
                blank.put(field, wrong);
                send(stream, blank, Set.of(field), message + " with a blank " + field);
            }
        }
        for (String time : List.of("yesterday", "12", "2026-13-01T00:00:00Z")) {
            Map<String, String> late = entry(message);
            late.put(EventFields.TIMESTAMP, time);
            send(stream, late, Set.of(EventFields.TIMESTAMP), message + " at " + time);
        }
        for (String data : List.of("x", "[]", "null", "{", "{\"deep\":" + "[".repeat(70) + "]".repeat(70) + "}",
                "{\"n\":" + "9".repeat(101) + "}")) {
            Map<String, String> unreadable = entry(message);
            unreadable.put(EventFields.DATA, data);
            send(stream, unreadable, Set.of(EventFields.DATA), message + " with other data");
        }
    }

    /// Of fields that are required: what is wrong with others does not matter to anybody.
    private void badData(String stream, String message) {
        String schema = MessageContract.schema(message) + "#/$defs/data";
        Set<String> required = words(Published.at(schema).path("required"));
        Map<String, String> good = entry(message);
        for (Change change : Changes.of(Json.parseObject(good.getOrDefault(EventFields.DATA, "")))) {
            List<Error> errors = Published.errors(schema, change.document());
            Set<String> blamed = Changes.blamed(errors);
            boolean matters = blamed.stream().allMatch(field -> required.contains(field.replaceFirst("[.\\[].*", "")));
            if (matters && (!errors.isEmpty() || !change.place().equals("/orderId"))) {
                Map<String, String> changed = new HashMap<>(good);
                changed.put(EventFields.EVENT_ID, UUID.randomUUID().toString());
                changed.put(EventFields.DATA, Json.write(change.document()));
                send(stream, changed, blamed, message + " with " + change);
            }
        }
    }

    private static Set<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /// Number of the mark → why it is dead.
    private Map<String, List<String>> dead() {
        Map<String, List<String>> dead = new HashMap<>();
        READ.forEach(channel -> shop.redis().xrange(Streams.dead(channel.name()), Range.unbounded()).forEach(entry ->
                dead.computeIfAbsent(entry.getBody().getOrDefault(MARK, ""), _ -> new ArrayList<>())
                        .add(entry.getBody().getOrDefault("deadReason", ""))));
        return dead;
    }

    @Test
    void unknownFieldsAreAcceptedAndStay() throws Exception {
        String id = "extra-" + UUID.randomUUID();
        Map<String, String> created = entry(EventTypes.ORDER_CREATED);
        ObjectNode data = Json.parseObject(created.getOrDefault(EventFields.DATA, ""));
        data.put("orderId", id).put("gift", true);
        ((ObjectNode) data.path("items").path(0)).put("engraving", "Ann");
        created.put(EventFields.DATA, Json.write(data));
        created.put("shard", "7");
        shop.redis().xadd(Streams.ORDER_EVENTS, created);
        Eventually.holds("its items are reserved", () -> shop.types(Streams.INVENTORY_EVENTS, id).contains(EventTypes.INVENTORY_RESERVED));
        String items = Json.write(data.path("items"));
        assertEquals(items, Json.write(Json.parseObject(shop.redis().get(Keys.reservation(id))).path("items")));
        assertEquals(List.of(items), shop.redis().xrange(Streams.INVENTORY_EVENTS, Range.unbounded()).stream()
                .map(entry -> entry.getBody().getOrDefault(EventFields.DATA, "")).filter(told -> told.contains(id))
                .map(told -> Json.write(Json.parseObject(told).path("items"))).toList());

        String other = shop.order("mouse");
        ObjectNode saga = shop.ended(other);
        saga.put("seenBy", "somebody");
        shop.redis().set(Keys.saga(other), Json.write(saga));
        Map<String, String> cancel = entry(EventTypes.CANCEL_ORDER);
        cancel.put(EventFields.DATA, "{\"orderId\":\"%s\",\"reason\":\"requested\"}".formatted(other));
        shop.redis().xadd(Streams.ORDER_COMMANDS, cancel);
        Eventually.holds("it is undone", () -> shop.saga(other).path("status").asString("").equals("compensated"));
        assertEquals("somebody", shop.saga(other).path("seenBy").asString("gone"));
    }
}
