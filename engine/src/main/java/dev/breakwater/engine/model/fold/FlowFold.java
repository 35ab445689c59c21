package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Figures and latency of every edge, in the order in which the edges were first used.
final class FlowFold {
    /// Above that, legs on further edges are left out and counted: somebody puts ids into names.
    static final int EDGE_LIMIT = 256;

    private record Key(String from, String to, Protocol protocol) {}

    private final Map<Key, EdgeMeter> edges = new LinkedHashMap<>();
    private List<FlowStats> flows = List.of();
    private List<LatencySeries> latency = List.of();
    private boolean changed;

    /// False when there was no room for another edge.
    boolean add(Leg leg) {
        Key key = new Key(leg.from(), leg.to(), leg.protocol());
        EdgeMeter meter = edges.get(key);
        if (meter == null) {
            if (edges.size() >= EDGE_LIMIT) {
                return false;
            }
            meter = new EdgeMeter(leg.from(), leg.to(), leg.protocol());
            edges.put(key, meter);
        }
        meter.add(leg);
        changed = true;
        return true;
    }

    /// Brings what depends on the time up to `now`; true when that made a difference.
    boolean renew(Instant now) {
        boolean renewed = false;
        for (EdgeMeter meter : edges.values()) {
            renewed |= meter.renew(now);
        }
        if (renewed) {
            latency = edges.values().stream().map(EdgeMeter::series).collect(Collectors.toUnmodifiableList());
            changed = true;
        }
        return renewed;
    }

    List<FlowStats> flows() {
        if (changed) {
            changed = false;
            flows = edges.values().stream().map(EdgeMeter::stats).collect(Collectors.toUnmodifiableList());
        }
        return flows;
    }

    /// As of the last [#renew].
    List<LatencySeries> latency() {
        return latency;
    }
}
