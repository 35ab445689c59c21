package dev.breakwater.shop.support.amqp;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A message of a queue.
///
/// @param id the same for every copy of the message: receivers tell repetitions by it
/// @param headers all as text
public record Message(String id, String correlationId, Instant timestamp, ObjectNode body, Map<String, String> headers) {
    public Message {
        headers = Map.copyOf(headers);
    }
}
