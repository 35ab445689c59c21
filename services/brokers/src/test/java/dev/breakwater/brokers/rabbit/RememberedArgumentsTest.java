package dev.breakwater.brokers.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedArgumentsTest {
    @Test
    void areReadAsTheyWereWritten() {
        Map<String, String> arguments = Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", "a&b=c ü", "durable", "true");
        assertEquals(Optional.of(arguments), RememberedArguments.parse(RememberedArguments.describe(arguments)));
    }

    @Test
    void aQueueOfAnotherOriginHasNone() {
        assertEquals(Optional.empty(), RememberedArguments.parse(null));
        assertEquals(Optional.empty(), RememberedArguments.parse("my queue"));
    }

    @Test
    void aDifferenceIsToldAsRabbitDoes() {
        String text = RememberedArguments.difference("q", Map.of("x-message-ttl", "800"), Map.of()).orElse("");
        assertEquals("PRECONDITION_FAILED - inequivalent arg 'x-message-ttl' for queue 'q' in vhost '/': "
                + "received none but current is 800", text);
        assertTrue(RememberedArguments.difference("q", Map.of("durable", "true"), Map.of("durable", "true")).isEmpty());
    }
}
