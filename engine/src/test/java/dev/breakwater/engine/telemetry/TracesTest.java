package dev.breakwater.engine.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fold.SpanFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final Traces traces = new Traces();

    @Test
    void theSpansOfATraceStandInTheOrderOfTheirStartAndOnce() {
        SpanFinished first = SpanFacts.client("a", "x", "y").between(0, 9).trace("t").span();
        SpanFinished second = SpanFacts.server("b", "a", "y").between(3, 6).trace("t").span();
        List.of(second, first, second).forEach(traces::add);
        traces.add(SpanFacts.client("c", "x", "y").trace("other").span());
        assertEquals(List.of(first, second), traces.of("t"));
        assertEquals(List.of(), traces.of("unknown"));
    }

    @Test
    void theOldestTracesAreLetGoByNumberAndByText() {
        for (int i = 0; i < 3 * Traces.SPAN_LIMIT; i++) {
            traces.add(SpanFacts.client("s" + i, "x", "y").trace("t" + i / 10).span());
        }
        assertEquals(Traces.SPAN_LIMIT, traces.spans());
        assertEquals(List.of(), traces.of("t0"));
        assertEquals(10, traces.of("t" + (3 * Traces.SPAN_LIMIT / 10 - 1)).size());
        String body = "x".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            traces.add(SpanFacts.client("l" + i, "x", "y").trace("long" + i).told(Map.of("message.body", body)).span());
        }
        assertTrue(traces.spans() <= 32, "spans: " + traces.spans());
        assertEquals(1, traces.of("long99").size());
    }

    @Test
    void aTraceLargerThanEverythingIsLetGoWhole() {
        for (int i = 0; i <= Traces.SPAN_LIMIT; i++) {
            traces.add(SpanFacts.client("s" + i, "x", "y").trace("one").span());
        }
        assertEquals(0, traces.spans());
        traces.add(SpanFacts.client("after", "x", "y").trace("one").span());
        assertEquals(1, traces.of("one").size());
    }
}
