package dev.breakwater.app.view.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.app.view.fixture.Runs;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatencyViewModelTest {
    private static final LinkKey SLOWED = new LinkKey("payment-events", "inventory-service", Protocol.REDIS_STREAMS);
    private static final LinkKey GRPC = new LinkKey("order-service", "payment-service", Protocol.GRPC);

    private final RunSnapshot busy = Runs.busy().snapshot();
    private final LatencyViewModel model = new LatencyViewModel();

    @BeforeEach
    void showBusyRun() {
        model.show(busy);
    }

    @Test
    void theChartShowsTheSlowestLinksByItself() {
        List<LinkKey> shown = shown();
        assertEquals(LatencyViewModel.LINES, shown.size());
        assertTrue(shown.contains(SLOWED));
        assertFalse(shown.contains(GRPC));
    }

    @Test
    void aToggledLinkIsShownAndTheChoiceIsTheUsers() {
        model.toggle(GRPC);
        assertFalse(model.slowestOnlyProperty().get());
        assertTrue(shown().contains(GRPC));
        model.toggle(GRPC);
        assertFalse(shown().contains(GRPC));
        model.slowestOnlyProperty().set(true);
        assertEquals(LatencyViewModel.LINES, shown().size());
    }

    @Test
    void rowsTellWhichLinesAreShown() {
        model.toggle(GRPC);
        assertEquals(shown().stream().sorted((a, b) -> a.title().compareTo(b.title())).toList(),
                model.rows().stream().filter(LinkRow::shown).map(LinkRow::link).sorted((a, b) -> a.title().compareTo(b.title())).toList());
    }

    @Test
    void thePlotIsMadeOnceASecond() {
        LatencyPlot first = model.plotProperty().get();
        model.show(Runs.busy().version(2).at(Runs.NOW.plusMillis(300)).snapshot());
        assertSame(first, model.plotProperty().get());
        model.show(Runs.busy().version(3).at(Runs.NOW.plusMillis(600)).snapshot());
        assertNotSame(first, model.plotProperty().get());
    }

    @Test
    void theSecondThatIsNotOverIsLeftOut() {
        LatencyPlot plot = model.plotProperty().get();
        assertEquals(Runs.NOW.getEpochSecond(), plot.toSecond());
        assertTrue(plot.lines().stream().flatMap(line -> line.buckets().stream()).allMatch(b -> b.epochSecond() < plot.toSecond()));
    }

    @Test
    void aShorterRangeHasFewerSeconds() {
        model.rangeProperty().set(ChartRange.ONE_MINUTE);
        assertEquals(60, model.plotProperty().get().lines().getFirst().buckets().size());
        assertEquals(1, model.plotProperty().get().bands().size());
    }

    @Test
    void theMetricDecidesWhichPercentileIsRead() {
        model.metricProperty().set(Metric.P50);
        LatencyPlot plot = model.plotProperty().get();
        LatencyBucket bucket = plot.lines().getFirst().buckets().getFirst();
        assertEquals(bucket.p50Nanos(), plot.metric().nanos(bucket));
    }

    @Test
    void linesOfOneProtocolDifferInStyle() {
        long styles = model.rows().stream().map(LinkRow::style).distinct().count();
        assertEquals(model.rows().size(), styles);
    }

    @Test
    void anotherRunStartsFresh() {
        model.show(new Runs().version(1).at(Runs.NOW.minusSeconds(3_600)).snapshot());
        assertEquals(List.of(), model.rows());
        assertEquals(List.of(), shown());
    }

    private List<LinkKey> shown() {
        return model.plotProperty().get().lines().stream().map(PlotLine::link).toList();
    }
}
