package dev.breakwater.engine.model.fact;

import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A finished span, read from OTLP by the current or an older semantic convention.
///
/// @param at when it ended
/// @param traceId 32 lower-case hex digits
/// @param parentSpanId empty at the root
/// @param links span ids that it is linked to, for example the producers of a batch
/// @param service `service.name`
/// @param protocol empty for work inside the process
/// @param peer the service or broker on the other side, empty when not told
/// @param destination queue, stream or collection; empty for calls
/// @param group consumer group, empty for others
/// @param attributes what else was told, as text
public record SpanFinished(Instant at, String traceId, String spanId, String parentSpanId, List<String> links, String service, String name,
        SpanKind kind, Duration duration, Outcome outcome, String error, Optional<Protocol> protocol, String peer, String destination,
        String group, Map<String, String> attributes) implements Fact {
    /// Attributes that the run reads; their names are the contract's.
    public static final String ORDER_ID = "order.id";
    public static final String MESSAGE_HEADERS = "message.headers";
    public static final String MESSAGE_BODY = "message.body";

    public SpanFinished {
        links = List.copyOf(links);
        attributes = attributes instanceof DeferredAttributes ? attributes : Map.copyOf(attributes);
    }

    public Instant start() {
        return at.minus(duration);
    }
}
