package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.figure.CallFigure;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallFoldTest {
    private static final Topology TOPOLOGY = new Topology(
            Stream.concat(Stream.of(new Node("client", NodeKind.CLIENT, "")),
                    Stream.of("order", "user", "bank").map(name -> new Node(name, NodeKind.SERVICE, ""))).toList(),
            List.of(edge("client", "order"), edge("client", "user"), edge("order", "user"), edge("user", "bank")));
    private final CallFold fold = new CallFold();

    private static Edge edge(String from, String to) {
        return new Edge(from, to, Protocol.REST, new LinkId(from, to));
    }

    /// @param calls in each second from T0 on
    private static LatencySeries series(String from, String to, long calls, int seconds) {
        return new LatencySeries(from, to, Protocol.REST, LongStream.range(0, seconds)
                .mapToObj(i -> new LatencyBucket(T0.getEpochSecond() + i, calls, 0, 1, 1, 1)).toList());
    }

    private static Instant whole(int seconds) {
        return T0.plusSeconds(seconds).plusMillis(500);
    }

    @Test
    void callsAreSetAgainstTheRequestsToTheCaller() {
        List<LatencySeries> flows = List.of(series("client", "order", 10, 20), series("client", "user", 5, 20),
                series("order", "user", 30, 20), series("user", "bank", 4, 20));
        assertTrue(fold.renew(TOPOLOGY, flows, whole(20)));
        CallFigure tried = fold.view().getFirst();
        assertEquals(List.of(300L, 100L), List.of(tried.calls(), tried.requests()));
        assertEquals(3, tried.perRequest());
        assertEquals(List.of(3.0, 3.0), tried.minute().subList(58, 60));
        assertEquals(Double.NaN, tried.minute().getFirst());
        assertEquals(0.8, fold.view().getLast().perRequest());
    }

    @Test
    void aCallerThatNoClientAsksIsSetAgainstAllRequests() {
        Topology inner = new Topology(TOPOLOGY.nodes(), List.of(edge("client", "order"), edge("order", "user"), edge("user", "bank")));
        fold.renew(inner, List.of(series("client", "order", 10, 20), series("user", "bank", 20, 20)), whole(20));
        assertEquals(2, fold.view().getLast().perRequest());
    }

    @Test
    void withoutRequestsThereIsNoFigure() {
        fold.renew(TOPOLOGY, List.of(series("client", "order", 10, 20), series("order", "user", 10, 20)), whole(90));
        assertEquals(Double.NaN, fold.view().getFirst().perRequest());
        assertEquals(Double.NaN, fold.view().getFirst().minute().getLast());
        assertFalse(fold.renew(TOPOLOGY, List.of(), whole(90).plusMillis(300)));
    }
}
