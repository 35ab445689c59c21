package dev.breakwater.app.view.latency;

import dev.breakwater.engine.model.latency.LatencyBucket;
import java.util.List;
import java.util.Optional;

/// One link's line in a chart.
///
/// @param buckets those in the chart's range, oldest first
public record PlotLine(LinkKey link, LineStyle style, List<LatencyBucket> buckets) {

    /// The figures of one second, if the link was used in it.
    public Optional<LatencyBucket> at(long second) {
        int low = 0;
        int high = buckets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = buckets.get(middle).epochSecond();
            if (found == second) {
                return Optional.of(buckets.get(middle));
            }
            if (found < second) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
