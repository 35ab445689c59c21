package dev.breakwater.shop.support.amqp;

import dev.breakwater.contract.Headers;
import dev.breakwater.contract.Queues;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A message of a queue.
///
/// @param id the same for every copy of the message: receivers tell repetitions by it
/// @param headers all as text
/// @param priority 0 to 255; only queues with priorities heed it
/// @param ttlMillis how long it may wait in its queue; 0 = as long as the queue lets it
public record Message(String id, String correlationId, Instant timestamp, ObjectNode body, Map<String, String> headers, int priority,
        int ttlMillis) {
    public Message {
        headers = Map.copyOf(headers);
    }

    public Message(String id, String correlationId, Instant timestamp, ObjectNode body, Map<String, String> headers) {
        this(id, correlationId, timestamp, body, headers, 0, 0);
    }

    /// How often it has been tried again.
    public int retries() {
        return retries(headers);
    }

    /// How often a message with these headers has been tried again: [Queues#MAX_RETRIES] times at most; what is no count is none.
    static int retries(Map<String, String> headers) {
        String count = headers.getOrDefault(Headers.RETRY_COUNT, "");
        if (!count.matches("\\d+")) return 0;
        return count.length() > 1 ? Queues.MAX_RETRIES : Math.min(Integer.parseInt(count), Queues.MAX_RETRIES);
    }
}
