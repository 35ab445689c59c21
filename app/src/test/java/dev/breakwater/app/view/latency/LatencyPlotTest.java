package dev.breakwater.app.view.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyPlotTest {
    @Test
    void rangesAreCutBySecondEvenWithGaps() {
        List<LatencyBucket> buckets = LongStream.of(1, 2, 5, 9).mapToObj(LatencyPlotTest::bucket).toList();
        assertEquals(List.of(bucket(2), bucket(5)), LatencyPlot.between(buckets, 2, 9));
        assertEquals(List.of(), LatencyPlot.between(buckets, 6, 9));
        assertEquals(buckets, LatencyPlot.between(buckets, 0, 100));
    }

    @Test
    void errorsAreSummedOverAllLinks() {
        LatencySeries one = new LatencySeries("a", "b", Protocol.REST, List.of(bucket(1), bucket(2)));
        LatencySeries two = new LatencySeries("a", "c", Protocol.REST, List.of(bucket(2)));
        assertEquals(List.of(new ErrorSecond(1, 10, 1), new ErrorSecond(2, 20, 2)), LatencyPlot.errors(List.of(one, two), 0, 10));
    }

    @Test
    void aLineIsReadBySecond() {
        PlotLine line = new PlotLine(new LinkKey("a", "b", Protocol.REST), new LineStyle(Protocol.REST, 0), List.of(bucket(1), bucket(5)));
        assertEquals(Optional.of(bucket(5)), line.at(5));
        assertEquals(Optional.empty(), line.at(3));
    }

    @Test
    void aShownLinkStaysUntilAnotherIsClearlySlower() {
        LinkKey a = new LinkKey("a", "x", Protocol.REST);
        LinkKey b = new LinkKey("b", "x", Protocol.REST);
        assertEquals(Set.of(a), SlowestLinks.next(Set.of(a), Map.of(a, 10.0, b, 12.0), 1));
        assertEquals(Set.of(b), SlowestLinks.next(Set.of(a), Map.of(a, 10.0, b, 14.0), 1));
        assertEquals(Set.of(), SlowestLinks.next(Set.of(a), Map.of(), 1));
    }

    private static LatencyBucket bucket(long second) {
        return new LatencyBucket(second, 10, 1, 1, 2, 3);
    }
}
