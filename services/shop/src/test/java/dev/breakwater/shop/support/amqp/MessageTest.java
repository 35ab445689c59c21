package dev.breakwater.shop.support.amqp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static int retries(String header) {
        return Message.retries(Map.of("x-retry-count", header));
    }

    @Test
    void whatIsNoCountIsNoRetryAndMoreThanThereAreIsTheLast() {
        assertEquals(2, retries("2"));
        assertEquals(3, retries("9999"));
        assertEquals(0, retries("-1"));
        assertEquals(0, retries("two"));
        assertEquals(3, retries("99999999999999999999"));
        assertEquals(0, Message.retries(Map.of()));
    }
}
