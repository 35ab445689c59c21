package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.breakwater.contract.Features;
import dev.breakwater.contract.Queues;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.payment.PaymentService;
import dev.breakwater.shop.published.Changes;
import dev.breakwater.shop.published.Changes.Change;
import dev.breakwater.shop.published.MessageContract;
import dev.breakwater.shop.published.Published;
import dev.breakwater.shop.support.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/// Bad messages for the queue of the orders, made from its published schema: they end in the dead letters, and good ones are charged.
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadMessageLiveTest {
    private final RabbitServer rabbit;
    private final Shop shop;

    BadMessageLiveTest() throws Exception {
        rabbit = new RabbitServer();
        Map<String, String> variables = new HashMap<>(rabbit.variables());
        variables.put(Shop.variable(Features.switchOf(Features.DEAD_LETTERS)), Features.ON);
        variables.put(Shop.variable(SwitchNames.RETRIES), "0"); // what cannot be read now can never be
        shop = new Shop(variables);
        shop.start(Services.PAYMENT, PaymentService::assemble);
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
        rabbit.close();
    }

    @Test
    void whatTheSchemaRefusesEndsInTheDeadLettersAndHoldsUpNobody() throws Exception {
        String schema = MessageContract.schema("QueuedOrder");
        ObjectNode good = (ObjectNode) Published.read(schema).path("examples").path(0).deepCopy();
        Map<String, String> bad = new HashMap<>();
        int charged = 0;
        Eventually.holds("the queue is there", () -> dead() == 0);
        try (Channel channel = rabbit.channel()) {
            for (Change change : Changes.of(good)) {
                ObjectNode body = (ObjectNode) change.document();
                boolean fine = Published.errors(schema, body).isEmpty();
                if (fine && !change.place().equals("/orderId")) {
                    body.put("orderId", "good-" + charged++);
                }
                if (!fine) {
                    bad.put(String.valueOf(bad.size()), change.toString());
                }
                send(channel, fine ? "good" : String.valueOf(bad.size() - 1), Json.write(body));
            }
            for (String text : Set.of("", "x", "[]", "null", "[".repeat(100_000), "{\"n\":" + "9".repeat(101) + "}", "\u0000")) {
                bad.put(String.valueOf(bad.size()), text);
                send(channel, String.valueOf(bad.size() - 1), text);
            }
            send(channel, "good", Json.write(good.put("orderId", "last")));
        }
        Eventually.holds("the last one is charged", () -> shop.ledger("last").size() == 1);
        Eventually.holds("all bad ones are dead letters", () -> dead() >= bad.size());
        Set<String> dead = rabbit.peek(Queues.FAILED_ORDERS).stream().map(GetResponse::getProps).map(AMQP.BasicProperties::getMessageId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(bad.keySet()), dead, bad::toString);
        for (int i = 0; i < charged; i++) {
            assertEquals(1, shop.ledger("good-" + i).size(), "good-" + i);
        }
    }

    private static void send(Channel channel, String id, String body) throws IOException {
        channel.basicPublish("", Queues.ORDER_PROCESSING, MessageProperties.PERSISTENT_BASIC.builder().messageId(id).correlationId(id)
                .build(), body.getBytes(StandardCharsets.UTF_8));
    }

    /// Messages that lie there; -1 while there is no such queue.
    private long dead() {
        try (Channel channel = rabbit.channel()) {
            return channel.messageCount(Queues.FAILED_ORDERS);
        } catch (IOException | TimeoutException notYet) {
            return -1;
        }
    }
}
