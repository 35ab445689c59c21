package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads messages and calls out of spans, each of them once.
///
/// | span | from → to | time |
/// |---|---|---|
/// | CLIENT | service → collection or peer | the span's |
/// | PRODUCER | service → destination | the span's |
/// | CONSUMER | destination → service | from the start of the producer's send to the start of the handling |
/// | SERVER | client → service, only if nobody told the caller's side | the span's |
///
/// A consumer finds its producer by a span link or by its parent. Whichever of the two is heard of first waits up to [#PRODUCER_WAIT] for
/// the other; after that the message is drawn without a time. A SERVER span without a parent comes from outside. One with a parent waits
/// [#CALLER_WAIT] for the caller's CLIENT span, which arrives after it because it ends later; then it counts as called from outside,
/// unless the scenario knows its client and draws no line from there. The wait is long because a link may be slow or the caller paused:
/// drawing a call late is better than drawing it twice. Spans without a protocol that the stage knows are work, not messages.
final class LegJoiner {
    static final Duration PRODUCER_WAIT = Duration.ofSeconds(2);
    static final Duration CALLER_WAIT = Duration.ofSeconds(10);
    static final int WAITING_LIMIT = 8_192;
    private static final String OUTSIDE = "client";

    private final RecentSpans recent = new RecentSpans();
    private final AwaitingSpans consumers = new AwaitingSpans(WAITING_LIMIT);
    private final AwaitingSpans servers = new AwaitingSpans(WAITING_LIMIT);
    private Topology topology = Topology.EMPTY;

    void topology(Topology known) {
        topology = known;
    }

    /// False when the span is a copy of one that was heard of lately, and so was left out.
    boolean apply(SpanFinished span, Consumer<Leg> out) {
        if (!recent.add(span)) {
            return false;
        }
        switch (span.kind()) {
            case CLIENT -> {
                servers.take(span.spanId());
                outgoing(span, out);
            }
            case PRODUCER -> {
                consumers.take(span.spanId()).forEach(consumer -> consumed(consumer, span.start(), out));
                outgoing(span, out);
            }
            case CONSUMER -> consumer(span, out);
            case SERVER -> server(span, out);
            case INTERNAL -> { }
        }
        return true;
    }

    /// Lets go what has waited long enough.
    void expire(Instant now, Consumer<Leg> out) {
        consumers.expire(now, PRODUCER_WAIT).forEach(span -> consumed(span, null, out));
        servers.expire(now, CALLER_WAIT).forEach(span -> fromOutside(span, out));
    }

    int waiting() {
        return consumers.size() + servers.size();
    }

    private static void outgoing(SpanFinished span, Consumer<Leg> out) {
        String to = span.destination().isEmpty() ? span.peer() : span.destination();
        leg(span, span.service(), to, span.start(), span.duration(), span.outcome() != Outcome.REFUSED, out);
    }

    private void consumer(SpanFinished span, Consumer<Leg> out) {
        Instant sent = null;
        for (int i = 0; i < span.links().size() && sent == null; i++) {
            sent = recent.sent(span.links().get(i));
        }
        sent = sent == null ? recent.sent(span.parentSpanId()) : sent;
        if (sent != null) {
            consumed(span, sent, out);
            return;
        }
        String producer = span.links().isEmpty() ? span.parentSpanId() : span.links().getFirst();
        consumers.add(producer, span).ifPresent(oldest -> consumed(oldest, null, out));
    }

    private static void consumed(SpanFinished span, @Nullable Instant sent, Consumer<Leg> out) {
        Instant taken = span.start();
        boolean timed = sent != null;
        Instant from = sent != null && sent.isBefore(taken) ? sent : taken;
        leg(span, span.destination(), span.service(), from, Duration.between(from, taken), timed, out);
    }

    private void server(SpanFinished span, Consumer<Leg> out) {
        if (span.parentSpanId().isEmpty()) {
            fromOutside(span, out);
        } else if (!recent.caller(span.parentSpanId())) {
            servers.add(span.parentSpanId(), span).ifPresent(oldest -> fromOutside(oldest, out));
        }
    }

    private void fromOutside(SpanFinished span, Consumer<Leg> out) {
        String client = topology.nodes().stream().filter(node -> node.kind() == NodeKind.CLIENT).findFirst()
                .map(node -> node.id()).orElse(OUTSIDE);
        boolean drawn = topology.edges().isEmpty()
                || topology.edges().stream().anyMatch(edge -> edge.from().equals(client) && edge.to().equals(span.service()));
        if (drawn) {
            leg(span, client, span.service(), span.start(), span.duration(), true, out);
        }
    }

    private static void leg(SpanFinished span, String from, String to, Instant start, Duration duration, boolean timed, Consumer<Leg> out) {
        if (span.protocol().isPresent() && !from.isEmpty() && !to.isEmpty()) {
            Protocol protocol = span.protocol().get();
            out.accept(new Leg(span, from, to, protocol, start, duration, timed));
        }
    }
}
