package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Spans for tests: begins with a span that took 10 ms at [#T0], and changes what matters.
public record SpanFacts(SpanFinished span) {
    public static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

    /// A call: `service` → `to`.
    public static SpanFacts client(String id, String service, String to) {
        return of(id, SpanKind.CLIENT, service, Protocol.REST, to, "");
    }

    public static SpanFacts server(String id, String parent, String service) {
        return of(id, SpanKind.SERVER, service, Protocol.REST, "", "").parent(parent);
    }

    public static SpanFacts producer(String id, String service, String destination) {
        return of(id, SpanKind.PRODUCER, service, Protocol.REDIS_STREAMS, "", destination);
    }

    public static SpanFacts consumer(String id, String parent, String service, String destination) {
        return of(id, SpanKind.CONSUMER, service, Protocol.REDIS_STREAMS, "", destination).parent(parent);
    }

    private static SpanFacts of(String id, SpanKind kind, String service, Protocol protocol, String peer, String destination) {
        return new SpanFacts(new SpanFinished(T0.plusMillis(10), "trace", id, "", List.of(), service, "span " + id, kind,
                Duration.ofMillis(10), Outcome.OK, "", Optional.of(protocol), peer, destination, "", Map.of()));
    }

    public SpanFacts parent(String id) {
        return with(span.at(), span.duration(), id, span.links(), span.outcome(), span.attributes());
    }

    public SpanFacts links(String... ids) {
        return with(span.at(), span.duration(), span.parentSpanId(), List.of(ids), span.outcome(), span.attributes());
    }

    public SpanFacts outcome(Outcome outcome) {
        return with(span.at(), span.duration(), span.parentSpanId(), span.links(), outcome, span.attributes());
    }

    public SpanFacts told(Map<String, String> attributes) {
        return with(span.at(), span.duration(), span.parentSpanId(), span.links(), span.outcome(), attributes);
    }

    /// From `startMillis` to `endMillis` after [#T0].
    public SpanFacts between(long startMillis, long endMillis) {
        return with(T0.plusMillis(endMillis), Duration.ofMillis(endMillis - startMillis), span.parentSpanId(), span.links(), span.outcome(),
                span.attributes());
    }

    public SpanFacts in(Protocol protocol) {
        return new SpanFacts(new SpanFinished(span.at(), span.traceId(), span.spanId(), span.parentSpanId(), span.links(), span.service(),
                span.name(), span.kind(), span.duration(), span.outcome(), span.error(), Optional.of(protocol), span.peer(),
                span.destination(), span.group(), span.attributes()));
    }

    public SpanFacts trace(String id) {
        return new SpanFacts(new SpanFinished(span.at(), id, span.spanId(), span.parentSpanId(), span.links(), span.service(),
                span.name(), span.kind(), span.duration(), span.outcome(), span.error(), span.protocol(), span.peer(),
                span.destination(), span.group(), span.attributes()));
    }

    private SpanFacts with(Instant at, Duration duration, String parent, List<String> links, Outcome outcome, Map<String, String> told) {
        return new SpanFacts(new SpanFinished(at, span.traceId(), span.spanId(), parent, links, span.service(), span.name(), span.kind(),
                duration, outcome, span.error(), span.protocol(), span.peer(), span.destination(), span.group(), told));
    }
}
