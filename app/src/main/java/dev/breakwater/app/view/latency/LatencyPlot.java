package dev.breakwater.app.view.latency;

import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import java.util.List;
import java.util.TreeMap;

/// All that the latency chart shows at one moment.
///
/// @param fromSecond first second on the chart (epoch)
/// @param toSecond the first second that is not on it: the one that is not over yet
/// @param errors oldest first, over all links; seconds without calls are left out
public record LatencyPlot(
        Metric metric, long fromSecond, long toSecond, List<PlotLine> lines, List<FaultBand> bands, List<ErrorSecond> errors) {
    public static final LatencyPlot EMPTY = new LatencyPlot(Metric.P99, 0, 60, List.of(), List.of(), List.of());

    public LatencyPlot {
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        errors = List.copyOf(errors);
    }

    /// The fastest value on the chart, `Long.MAX_VALUE` when there is none.
    public long fastestNanos() {
        return lines.stream().flatMap(line -> line.buckets().stream()).mapToLong(metric::nanos).min().orElse(Long.MAX_VALUE);
    }

    /// The part of `buckets` (oldest first) from one second to before another.
    static List<LatencyBucket> between(List<LatencyBucket> buckets, long from, long to) {
        return buckets.subList(firstNotBefore(buckets, from), firstNotBefore(buckets, to));
    }

    private static int firstNotBefore(List<LatencyBucket> buckets, long second) {
        int low = 0;
        int high = buckets.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (buckets.get(middle).epochSecond() < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static List<ErrorSecond> errors(List<LatencySeries> all, long from, long to) {
        TreeMap<Long, ErrorSecond> bySecond = new TreeMap<>();
        for (LatencySeries series : all) {
            for (LatencyBucket bucket : between(series.buckets(), from, to)) {
                bySecond.merge(bucket.epochSecond(), new ErrorSecond(bucket.epochSecond(), bucket.calls(), bucket.errors()),
                        (a, b) -> new ErrorSecond(a.second(), a.calls() + b.calls(), a.errors() + b.errors()));
            }
        }
        return List.copyOf(bySecond.values());
    }
}
