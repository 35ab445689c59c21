package dev.breakwater.shop.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.contract.MessageKey;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.Streams;
import dev.breakwater.contract.Variables;
import io.lettuce.core.Range;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
final class EncryptionLiveTest {
    /// Events of order-service that nobody can decrypt are put aside by each group, and what is sent with the right key goes on.
    @Test
    void whatIsEncryptedWithAnotherKeyEndsOnTheDeadStreamAndHoldsUpNobody() throws Exception {
        try (Shop shop = Shop.all(Map.of(Variables.MESSAGE_KEY, MessageKey.random().text()))) {
            turn(shop, "encryption", "robust");
            turn(shop, "encryption.key", "wrong");
            String lost = shop.order("mouse");
            Eventually.holds("it is put aside", () -> shop.redis().xlen(Streams.ORDER_EVENTS + "-dead") > 0);
            turn(shop, "encryption.key", "right");
            String order = shop.order("mouse");
            assertEquals("completed", shop.ended(order).path("status").asString());
            assertEquals("active", shop.saga(lost).path("status").asString());
            assertTrue(shop.redis().xrange(Streams.ORDER_EVENTS, Range.unbounded()).stream()
                    .allMatch(entry -> entry.getBody().getOrDefault("data", "").startsWith("gAAAA")), "an event can be read");
        }
    }

    private static void turn(Shop shop, String name, String value) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(shop.controlBase(Services.ORDER) + "/control/switches/" + name))
                    .header("Authorization", "Bearer " + Shop.CONTROL_TOKEN)
                    .PUT(BodyPublishers.ofString("{\"value\":\"" + value + "\"}")).build();
            assertEquals(200, http.send(request, BodyHandlers.ofString()).statusCode());
        }
    }
}
