package dev.breakwater.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The figures that programs of others rely on: whoever declares a queue with other arguments is refused by the broker.
final class QueuesTest {
    @Test
    void queuesHaveTheirNamesAndArguments() {
        assertEquals(Map.of("x-dead-letter-exchange", "dlx", "x-dead-letter-routing-key", "failed-orders", "x-message-ttl", 300_000),
                Queues.DEAD_LETTERING);
        assertEquals(Map.of("x-max-priority", 10), Queues.PRIORITIES);
        assertEquals(List.of("order-processing", "urgent-orders", "failed-orders", "dlx", "payment-requests", "order-payment-replies"),
                List.of(Queues.ORDER_PROCESSING, Queues.URGENT_ORDERS, Queues.FAILED_ORDERS, Queues.DEAD_LETTER_EXCHANGE,
                        Queues.PAYMENT_REQUESTS, Queues.ORDER_PAYMENT_REPLIES));
        assertEquals(9, Queues.URGENT);
        assertEquals(3, Queues.MAX_RETRIES);
    }
}
