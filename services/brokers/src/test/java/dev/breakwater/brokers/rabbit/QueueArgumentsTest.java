package dev.breakwater.brokers.rabbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueArgumentsTest {
    @Test
    void deadLetteringGoesThroughTheQueuesOwnNode() {
        Map<String, Object> qpid = toQpid(Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "failed-orders"));
        assertEquals(Map.of("destination", "dead-letters-of:q"), qpid.get("alternateBinding"));
    }

    @Test
    void prioritiesUpToTheHighestStayApart() {
        assertEquals(12L, toQpid(Map.of("x-max-priority", 10)).get("priorities"));
        assertEquals(10L, toQpid(Map.of("x-max-priority", 5)).get("priorities"));
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsName() {
        for (Map<String, Object> wire : List.<Map<String, Object>>of(
                Map.of("x-queue-type", "stream"), Map.of("x-overflow", "reject-publish-dlx"), Map.of("x-delivery-limit", 3),
                Map.of("x-nonsense", 1), Map.of("x-dead-letter-routing-key", "k"), Map.of("x-message-ttl", "soon"),
                Map.of("x-max-priority", 256))) {
            String name = wire.keySet().iterator().next();
            String message = assertThrows(IllegalArgumentException.class, () -> toQpid(wire), name).getMessage();
            assertTrue(String.valueOf(message).startsWith("PRECONDITION_FAILED - queue argument " + name), message);
        }
    }

    private static Map<String, Object> toQpid(Map<String, Object> wire) {
        return QueueArguments.toQpid("q", true, false, wire);
    }
}
