package dev.breakwater.engine.model.flow;

import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// One real message or call on one edge: a dot on the stage.
///
/// @param sequence 1, 2, 3 … in the order in which the run heard of it
/// @param start when it left
/// @param duration until it had arrived (messages) or was answered (calls)
/// @param headers as they were on the wire; secrets are left out by the sender
/// @param body empty when the sender did not tell it
public record Transfer(long sequence, Instant start, Duration duration, String from, String to, Protocol protocol, Outcome outcome,
        String name, String traceId, String spanId, String orderId, Map<String, String> headers, String body, String error) {
    public Transfer {
        headers = headers instanceof JsonHeaders ? headers : Map.copyOf(headers);
    }
}
