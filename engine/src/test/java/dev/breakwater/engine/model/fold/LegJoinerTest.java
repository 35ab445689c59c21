package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static dev.breakwater.engine.model.fold.SpanFacts.client;
import static dev.breakwater.engine.model.fold.SpanFacts.consumer;
import static dev.breakwater.engine.model.fold.SpanFacts.producer;
import static dev.breakwater.engine.model.fold.SpanFacts.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegJoinerTest {
    private static final SpanFinished SEND = producer("p", "order-service", "order-events").between(0, 4).span();
    private static final SpanFinished HANDLE = consumer("c", "p", "payment-service", "order-events").between(9, 30).span();
    private static final Leg SENT = new Leg(SEND, "order-service", "order-events", Protocol.REDIS_STREAMS, T0, Duration.ofMillis(4), true);
    private static final Leg RECEIVED = new Leg(
            HANDLE, "order-events", "payment-service", Protocol.REDIS_STREAMS, T0, Duration.ofMillis(9), true);

    private final LegJoiner joiner = new LegJoiner();
    private final List<Leg> legs = new ArrayList<>();

    private void apply(SpanFinished... spans) {
        for (SpanFinished span : spans) {
            joiner.apply(span, legs::add);
        }
    }

    @Test
    void aCallIsItsClientSpan() {
        SpanFinished call = client("a", "order-service", "user-service").span();
        apply(server("b", "a", "user-service").span(), call);
        joiner.expire(T0, legs::add);
        joiner.expire(T0.plusSeconds(60), legs::add);
        assertEquals(List.of(new Leg(call, "order-service", "user-service", Protocol.REST, T0, Duration.ofMillis(10), true)), legs);
    }

    @Test
    void aServerSpanAfterItsClientSpanCountsNothing() {
        apply(client("a", "order-service", "user-service").span(), server("b", "a", "user-service").span());
        joiner.expire(T0, legs::add);
        joiner.expire(T0.plusSeconds(60), legs::add);
        assertEquals(1, legs.size());
    }

    @Test
    void aServerSpanWithoutParentComesFromOutside() {
        SpanFinished served = server("b", "", "user-service").span();
        apply(served);
        assertEquals(List.of(new Leg(served, "client", "user-service", Protocol.REST, T0, Duration.ofMillis(10), true)), legs);
    }

    @Test
    void anUnknownCallerIsWaitedForAndThenStandsOutside() {
        SpanFinished served = server("b", "nobody", "user-service").span();
        apply(served);
        joiner.expire(T0, legs::add);
        joiner.expire(T0.plus(LegJoiner.CALLER_WAIT).minusMillis(1), legs::add);
        assertEquals(List.of(), legs);
        joiner.expire(T0.plus(LegJoiner.CALLER_WAIT), legs::add);
        assertEquals(List.of(new Leg(served, "client", "user-service", Protocol.REST, T0, Duration.ofMillis(10), true)), legs);
        assertEquals(0, joiner.waiting());
    }

    @Test
    void fromOutsideIsOnlyDrawnWhereTheScenarioHasSuchALine() {
        joiner.topology(new Topology(
                List.of(new Node("browser", NodeKind.CLIENT, "")),
                List.of(new Edge("browser", "order-service", Protocol.REST, new LinkId("browser", "order-service")))));
        apply(server("b", "", "user-service").span(), server("d", "", "order-service").span());
        assertEquals(List.of("browser->order-service"), legs.stream().map(leg -> leg.from() + "->" + leg.to()).toList());
    }

    @Test
    void aMessageIsTwoLegsAndTheSecondIsTimedFromTheSend() {
        apply(SEND, HANDLE);
        assertEquals(List.of(SENT, RECEIVED), legs);
    }

    @Test
    void aConsumerThatIsHeardOfFirstWaitsForItsProducer() {
        apply(HANDLE);
        assertEquals(List.of(), legs);
        apply(SEND);
        assertEquals(List.of(RECEIVED, SENT), legs);
    }

    @Test
    void everyGroupThatWaitsForTheSameProducerIsJoined() {
        apply(HANDLE, consumer("c2", "p", "inventory-service", "order-events").between(12, 13).span(), SEND);
        assertEquals(List.of(9L, 12L, 4L), legs.stream().map(leg -> leg.duration().toMillis()).toList());
    }

    @Test
    void aLinkJoinsAlsoAcrossTraces() {
        SpanFinished linked = consumer("c", "other", "payment-service", "order-events").links("x", "p").between(9, 30).span();
        apply(SEND, linked);
        assertEquals(new Leg(linked, "order-events", "payment-service", Protocol.REDIS_STREAMS, T0, Duration.ofMillis(9), true),
                legs.getLast());
    }

    @Test
    void aConsumerWhoseProducerNeverComesIsDrawnWithoutTime() {
        apply(HANDLE);
        joiner.expire(T0, legs::add);
        joiner.expire(T0.plus(LegJoiner.PRODUCER_WAIT), legs::add);
        assertEquals(List.of(new Leg(HANDLE, "order-events", "payment-service", Protocol.REDIS_STREAMS, T0.plusMillis(9), Duration.ZERO,
                false)), legs);
    }

    @Test
    void aClockThatGoesBackBetweenServicesGivesNoNegativeTime() {
        apply(producer("p", "order-service", "order-events").between(50, 51).span(), HANDLE);
        assertEquals(Duration.ZERO, legs.getLast().duration());
    }

    @Test
    void aRefusedCallGoesFromCallerToCalleeWithoutTime() {
        apply(client("a", "order-service", "user-service").outcome(Outcome.REFUSED).span());
        assertEquals(Outcome.REFUSED, legs.getFirst().outcome());
        assertEquals(false, legs.getFirst().timed());
        assertEquals(false, legs.getFirst().moved());
    }

    @Test
    void workWithoutProtocolMovesNothing() {
        SpanFinished call = client("a", "order-service", "redis").span();
        apply(new SpanFinished(call.at(), call.traceId(), "i", "", List.of(), "order-service", "GET", call.kind(), call.duration(),
                Outcome.OK, "", Optional.empty(), "redis", "", "", call.attributes()));
        assertEquals(List.of(), legs);
    }

    @Test
    void aFloodOfLonelyHalvesIsBounded() {
        for (int i = 0; i < 3 * LegJoiner.WAITING_LIMIT; i++) {
            apply(consumer("c" + i, "p" + i, "payment-service", "order-events").span());
        }
        assertTrue(joiner.waiting() <= LegJoiner.WAITING_LIMIT, "waiting: " + joiner.waiting());
        assertEquals(2 * LegJoiner.WAITING_LIMIT, legs.size());
    }
}
