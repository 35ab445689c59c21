package dev.breakwater.shop.support.chassis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.shop.support.http.Reply;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    private String now() {
        Reply reply = health.answer();
        return reply.status() + " " + reply.body();
    }

    @Test
    void aDependencyIsUpIfAllThatNeedItSaySo() throws Exception {
        health.dependsOn("rabbitmq", () -> {});
        AutoCloseable broken = health.dependsOn("rabbitmq", () -> {
            throw new IllegalStateException("no");
        });
        assertEquals("503 {\"status\":\"down\",\"dependencies\":{\"rabbitmq\":\"down\"}}", now());
        broken.close();
        assertEquals("200 {\"status\":\"up\",\"dependencies\":{\"rabbitmq\":\"up\"}}", now());
    }

    @Test
    void whatOneNeedsNoMoreAnotherStillNeeds() throws Exception {
        AutoCloseable one = health.dependsOn("rabbitmq", () -> {});
        health.dependsOn("rabbitmq", () -> {});
        one.close();
        assertEquals("200 {\"status\":\"up\",\"dependencies\":{\"rabbitmq\":\"up\"}}", now());
    }
}
