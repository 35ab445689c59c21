package dev.breakwater.app.view.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.latency.LatencyBucket;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyCsvTest {
    @Test
    void everyShownSecondIsALine() {
        PlotLine line = new PlotLine(new LinkKey("order-service", "a,b \"c\"", Protocol.REST), new LineStyle(Protocol.REST, 0),
                List.of(new LatencyBucket(0, 25, 1, 1_500_000, 2_000_000, 38_250_000)));
        LatencyPlot plot = new LatencyPlot(Metric.P99, 0, 60, List.of(line), List.of(), List.of());
        assertEquals("""
                time,from,to,protocol,calls,errors,p50_ms,p95_ms,p99_ms\r
                1970-01-01T00:00:00Z,order-service,"a,b ""c""\",REST,25,1,1.500,2.000,38.250\r
                """, LatencyCsv.of(plot));
    }
}
