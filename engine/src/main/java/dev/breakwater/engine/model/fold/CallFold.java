package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.figure.CallFigure;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Calls between two services set against what clients asked for, second by second. Once a second is enough.
final class CallFold {
    private static final Set<Protocol> CALLS = Set.of(Protocol.REST, Protocol.GRPC);
    /// For the ten seconds before each second of the minute.
    private static final int SECONDS = Minute.SECONDS + Minute.RECENT_SECONDS - 1;

    private List<CallFigure> view = List.of();
    private long shownSecond = Long.MIN_VALUE;

    /// Brings the view up to `now`; true when that made a difference.
    boolean renew(Topology topology, List<LatencySeries> flows, Instant now) {
        long second = Minute.filling(now);
        if (second == shownSecond) {
            return false;
        }
        shownSecond = second;
        List<CallFigure> fresh = topology.edges().stream()
                .filter(edge -> CALLS.contains(edge.protocol()))
                .filter(edge -> is(topology, edge.from(), NodeKind.SERVICE) && is(topology, edge.to(), NodeKind.SERVICE))
                .map(edge -> figure(topology, flows, edge))
                .collect(Collectors.toUnmodifiableList());
        boolean differs = !fresh.equals(view);
        view = differs ? fresh : view;
        return differs;
    }

    /// As of the last [#renew].
    List<CallFigure> view() {
        return view;
    }

    private CallFigure figure(Topology topology, List<LatencySeries> flows, Edge edge) {
        boolean asked = topology.edges().stream().filter(other -> other.to().equals(edge.from()))
                .anyMatch(other -> CALLS.contains(other.protocol()) && fromClient(topology, other.from()));
        long[] calls = perSecond(flows, flow -> flow.protocol() == edge.protocol()
                && flow.from().equals(edge.from()) && flow.to().equals(edge.to()));
        long[] requests = perSecond(flows, flow -> CALLS.contains(flow.protocol()) && fromClient(topology, flow.from())
                && (!asked || flow.to().equals(edge.from())));
        List<Double> minute = Minute.each(i -> {
            long most = recent(requests, i);
            return most == 0 ? Double.NaN : (double) recent(calls, i) / most;
        });
        int newest = Minute.SECONDS - 1;
        return new CallFigure(edge.from(), edge.to(), edge.protocol(), recent(calls, newest), recent(requests, newest), minute);
    }

    /// Calls in each of the last whole seconds, oldest first.
    private long[] perSecond(List<LatencySeries> flows, Predicate<LatencySeries> wanted) {
        long[] calls = new long[SECONDS];
        long first = shownSecond - SECONDS;
        flows.stream().filter(wanted).flatMap(flow -> flow.buckets().stream())
                .filter(bucket -> bucket.epochSecond() >= first && bucket.epochSecond() < shownSecond)
                .forEach(bucket -> calls[(int) (bucket.epochSecond() - first)] += bucket.calls());
        return calls;
    }

    /// The sum of the ten seconds that end with the `i`-th of the minute.
    private static long recent(long[] calls, int i) {
        long sum = 0;
        for (int k = i; k < i + Minute.RECENT_SECONDS; k++) {
            sum += calls[k];
        }
        return sum;
    }

    private static boolean fromClient(Topology topology, String node) {
        return is(topology, node, NodeKind.CLIENT);
    }

    private static boolean is(Topology topology, String id, NodeKind kind) {
        return topology.nodes().stream().anyMatch(node -> node.id().equals(id) && node.kind() == kind);
    }
}
