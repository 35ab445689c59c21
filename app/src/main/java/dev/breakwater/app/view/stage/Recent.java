package dev.breakwater.app.view.stage;

import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The last seconds of a snapshot, found by edge.
final class Recent {
    private static final int ERROR_SECONDS = 5;
    private static final int SPARK_SECONDS = 30;
    private final Map<Key, FlowStats> flows = new HashMap<>();
    private final Map<Key, LatencySeries> series = new HashMap<>();
    private final long now;

    private record Key(String from, String to, Protocol protocol) {}

    Recent(RunSnapshot run) {
        now = run.at().getEpochSecond();
        run.flows().forEach(flow -> flows.put(new Key(flow.from(), flow.to(), flow.protocol()), flow));
        run.latency().forEach(line -> series.put(new Key(line.from(), line.to(), line.protocol()), line));
    }

    double rate(Edge edge) {
        FlowStats flow = flows.get(key(edge));
        return flow == null ? 0 : flow.recentRatePerSecond();
    }

    long p99(Edge edge) {
        FlowStats flow = flows.get(key(edge));
        return flow == null || flow.recentRatePerSecond() == 0 ? 0 : flow.recentP99Nanos();
    }

    double failures(Edge edge) {
        long sum = 0;
        LatencySeries line = series.get(key(edge));
        List<LatencyBucket> buckets = line == null ? List.of() : line.buckets();
        for (int i = buckets.size() - 1; i >= 0 && buckets.get(i).epochSecond() > now - ERROR_SECONDS; i--) {
            sum += buckets.get(i).errors();
        }
        return (double) sum / ERROR_SECONDS;
    }

    /// Calls per second over all these edges, second by second; empty when there were none.
    List<Double> spark(List<Edge> edges) {
        double[] calls = new double[SPARK_SECONDS];
        boolean any = false;
        for (Edge edge : edges) {
            LatencySeries line = series.get(key(edge));
            List<LatencyBucket> buckets = line == null ? List.of() : line.buckets();
            for (int i = buckets.size() - 1; i >= 0; i--) {
                // the second that runs is not full yet, and would always look like a fall
                int place = (int) (SPARK_SECONDS - (now - buckets.get(i).epochSecond()));
                if (place < 0) {
                    break;
                }
                if (place < SPARK_SECONDS) {
                    calls[place] += buckets.get(i).calls();
                    any = true;
                }
            }
        }
        return any ? Arrays.stream(calls).boxed().toList() : List.of();
    }

    private static Key key(Edge edge) {
        return new Key(edge.from(), edge.to(), edge.protocol());
    }
}
