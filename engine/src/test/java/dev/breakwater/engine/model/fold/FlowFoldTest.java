package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static dev.breakwater.engine.model.fold.SpanFacts.client;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowFoldTest {
    private static final long TEN_MS = new LogHistogramOf(10_000_000).p50();
    private static final long ONE_S = new LogHistogramOf(1_000_000_000).p50();
    private final FlowFold flows = new FlowFold();
    private final LegJoiner joiner = new LegJoiner();
    private int calls;

    private record LogHistogramOf(long nanos) {
        long p50() {
            LogHistogram histogram = new LogHistogram();
            histogram.record(nanos);
            return histogram.percentileNanos(50);
        }
    }

    private void call(long startMillis, long endMillis, Outcome outcome) {
        SpanFacts span = client("s" + calls++, "a", "b").between(startMillis, endMillis).outcome(outcome);
        joiner.apply(span.span(), flows::add);
    }

    @Test
    void callsErrorsAndRefusalsAreCountedAndOnlyCallsAreTimed() {
        call(0, 10, Outcome.OK);
        call(10, 20, Outcome.OK);
        call(0, 1_000, Outcome.FAILED);
        call(30, 30, Outcome.REFUSED);
        flows.renew(T0.plusMillis(2_010));
        assertEquals(List.of(new FlowStats("a", "b", Protocol.REST, 3, 1, 1, 1.5, TEN_MS, ONE_S, ONE_S, ONE_S)), flows.flows());
    }

    @Test
    void theRateIsThatOfTheLastTenSecondsAndFadesToNothing() {
        for (int i = 0; i < 200; i++) {
            call(i * 100L, i * 100L + 10, Outcome.OK);
        }
        flows.renew(T0.plusSeconds(20));
        assertEquals(10, flows.flows().getFirst().recentRatePerSecond(), 0.01);
        flows.renew(T0.plusSeconds(60));
        assertEquals(0, flows.flows().getFirst().recentRatePerSecond());
        assertEquals(0, flows.flows().getFirst().recentP99Nanos());
        assertEquals(200, flows.flows().getFirst().calls());
    }

    @Test
    void everySecondWithCallsHasABucketInTheOrderOfTime() {
        call(3_000, 3_010, Outcome.OK);
        call(0, 10, Outcome.OK);
        call(20, 30, Outcome.FAILED);
        flows.renew(T0.plusSeconds(4));
        long second = T0.getEpochSecond();
        assertEquals(List.of(new LatencySeries("a", "b", Protocol.REST, List.of(
                new LatencyBucket(second, 2, 1, TEN_MS, TEN_MS, TEN_MS),
                new LatencyBucket(second + 3, 1, 0, TEN_MS, TEN_MS, TEN_MS)))), flows.latency());
    }

    @Test
    void aLateCallCountsInItsSecondWithoutMovingThePercentiles() {
        for (int second = 0; second < 30; second++) {
            call(second * 1_000L, second * 1_000L + 10, Outcome.OK);
        }
        call(-500, 500, Outcome.OK);
        flows.renew(T0.plusSeconds(30));
        assertEquals(new LatencyBucket(T0.getEpochSecond(), 2, 0, TEN_MS, TEN_MS, TEN_MS), flows.latency().getFirst().buckets().getFirst());
    }

    @Test
    void tenMinutesAreKept() {
        for (int second = 0; second < 2_000; second++) {
            call(second * 1_000L, second * 1_000L + 10, Outcome.OK);
        }
        call(0, 10, Outcome.OK);
        flows.renew(T0.plusSeconds(2_000));
        List<LatencyBucket> buckets = flows.latency().getFirst().buckets();
        assertEquals(599, buckets.size());
        assertEquals(T0.getEpochSecond() + 1_401, buckets.getFirst().epochSecond());
        flows.renew(T0.plusSeconds(3_000));
        assertEquals(List.of(), flows.latency().getFirst().buckets());
    }

    @Test
    void nothingNewGivesTheSameLists() {
        call(0, 10, Outcome.OK);
        flows.renew(T0.plusSeconds(30));
        List<FlowStats> stats = flows.flows();
        List<LatencySeries> latency = flows.latency();
        assertFalse(flows.renew(T0.plusSeconds(31)));
        assertSame(stats, flows.flows());
        assertSame(latency, flows.latency());
    }

    @Test
    void namesWithIdsInThemDoNotFillTheMemory() {
        for (int i = 0; i < 2 * FlowFold.EDGE_LIMIT; i++) {
            SpanFacts span = client("s" + i, "a", "host-" + i);
            boolean[] kept = {false};
            joiner.apply(span.span(), leg -> kept[0] = flows.add(leg));
            assertEquals(i < FlowFold.EDGE_LIMIT, kept[0]);
        }
        assertTrue(flows.flows().size() == FlowFold.EDGE_LIMIT);
    }
}
