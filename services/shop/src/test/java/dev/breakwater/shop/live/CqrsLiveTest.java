package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import dev.breakwater.contract.Features;
import dev.breakwater.contract.ReadModel;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.contract.Variables;
import dev.breakwater.shop.order.OrderService;
import dev.breakwater.shop.projection.ProjectionService;
import dev.breakwater.shop.support.chassis.Chassis;
import dev.breakwater.shop.support.json.Json;
import dev.breakwater.shop.user.UserService;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Commands at order-service, queries at order-projection, and no saga.
@Tag("live")
final class CqrsLiveTest {
    private static final int MANY = 5_000;
    private static final String SPOILT = "zzz";

    private static Shop shop(Map<String, String> switches) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(Variables.SWITCH_PREFIX + "FEATURE_SAGA", Features.OFF));
        switches.forEach((name, value) -> variables.put(Variables.SWITCH_PREFIX + name, value));
        Shop shop = new Shop(variables);
        shop.start(Services.USER, UserService::assemble);
        shop.start(Services.ORDER, OrderService::assemble);
        return shop;
    }

    private static String status(Shop shop, String order) {
        try {
            HttpResponse<String> answer = shop.get(Services.ORDER, "/orders/" + order);
            return answer.statusCode() == 200 ? Json.parseObject(answer.body()).path("status").asString("") : "" + answer.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readModelFollowsTheEvents() throws Exception {
        try (Shop shop = shop(Map.of())) {
            String order = shop.order("mouse"); // before there is a read model
            shop.start(Services.PROJECTION, ProjectionService::assemble);
            Eventually.holds("it is placed", () -> status(shop, order).equals("pending"));
            assertEquals(202, shop.post(Services.ORDER, "/orders/" + order + "/cancel", "").statusCode());
            Eventually.holds("it is cancelled", () -> status(shop, order).equals("cancelled"));
        }
    }

    @Test
    void whatADualWriteMissedIsMissedUntilTheEventsAreFolded() throws Exception {
        try (Shop shop = shop(Map.of("READ_MODEL_WRITES", SwitchNames.NAIVE))) {
            String user = shop.user();
            String body = "{\"userId\":\"%s\",\"items\":[{\"productId\":\"mouse\",\"quantity\":1}]}".formatted(user);
            assertEquals(502, shop.post(Services.ORDER, "/orders", body).statusCode());
            String missed = Json.parseObject(String.valueOf(shop.redis().xrange(Streams.ORDER_EVENTS, Range.unbounded()).getFirst()
                    .getBody().get("data"))).path("orderId").asString();
            Chassis projection = shop.start(Services.PROJECTION, ProjectionService::assemble);
            String order = shop.order("mouse");
            assertEquals("pending", status(shop, order));
            assertEquals(202, shop.post(Services.ORDER, "/orders/" + order + "/cancel", "").statusCode());
            assertEquals("cancelled", status(shop, order));
            shop.quiet();
            assertEquals("404", status(shop, missed));
            JsonNode robust = Json.object().put("value", SwitchNames.ROBUST).get("value");
            assertTrue(projection.switches().set(SwitchNames.READ_MODEL_WRITES, robust));
            Eventually.holds("it is mended", () -> status(shop, missed).equals("pending"));
        }
    }

    @Test
    void queriesAreAnsweredWhileTheReadModelIsRebuilt() throws Exception {
        try (Shop shop = shop(Map.of()); MongoClient client = MongoClients.create(shop.mongoUri())) {
            MongoCollection<Document> orders = client.getDatabase(ReadModel.DATABASE).getCollection(ReadModel.COLLECTION);
            placeMany(shop);
            shop.start(Services.PROJECTION, ProjectionService::assemble);
            Eventually.holds("all are there", () -> orders.countDocuments() == MANY);
            orders.updateMany(new Document(), Updates.set(ReadModel.STATUS, SPOILT));
            assertEquals(SPOILT, status(shop, "o-1"));
            assertEquals(202, shop.post(Services.PROJECTION, "/read-model/rebuild", "").statusCode());
            int meanwhile = 0;
            for (String last = SPOILT; last.equals(SPOILT); last = status(shop, "o-" + MANY)) {
                String first = status(shop, "o-1");
                assertTrue(first.equals(SPOILT) || first.equals("pending"), first);
                meanwhile += first.equals("pending") && status(shop, "o-" + MANY).equals(SPOILT) ? 1 : 0;
            }
            assertTrue(meanwhile > 0, "nobody was answered between the first and the last order");
            assertEquals(0, orders.countDocuments(new Document(ReadModel.STATUS, SPOILT)));
        }
    }

    /// Order events, and a group that takes them for handled, so that they are folded by a rebuild alone.
    private static void placeMany(Shop shop) {
        String event = """
                for i = 1, tonumber(ARGV[1]) do
                    redis.call('XADD', KEYS[1], '*', 'eventType', 'OrderCreated', 'eventId', 'e-' .. i, 'timestamp', '2026-11-27T12:00:00Z',
                        'version', '1.0', 'source', 'test', 'correlationId', 'o-' .. i, 'data', '{"orderId":"o-' .. i ..
                        '","userId":"u-1","items":[{"productId":"mouse","quantity":1}],"totalAmount":19.90}')
                end
                return {}""";
        shop.redis().eval(event, ScriptOutputType.MULTI, new String[] {Streams.ORDER_EVENTS}, Integer.toString(MANY));
        shop.redis().xgroupCreate(XReadArgs.StreamOffset.from(Streams.ORDER_EVENTS, "$"), Services.PROJECTION,
                XGroupCreateArgs.Builder.mkstream());
    }
}
