package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.app.cli.RunReport.DroppedReport;
import dev.breakwater.app.cli.RunReport.FaultReport;
import dev.breakwater.app.cli.RunReport.LinkReport;
import dev.breakwater.app.cli.RunReport.Startup;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.topology.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RunReportTest {
    @Test
    void itsKeysAreThoseThatArePublished() {
        FlowStats flow = new FlowStats("client", "order-service", Protocol.REST, 10, 1, 0, 5, 1_234_567, 2_000_000, 3_000_000, 0);
        RunReport report = new RunReport("passed", 42, "local", new Startup(3210L, Map.of("redis", 12L)), new OrderTally(4, 3, 1, 0),
                List.of(new InvariantView("paid-once", true, "fine")), List.of(LinkReport.of(flow)),
                List.of(new FaultReport("kill", "redis", 1, 5000)), new DroppedReport(0, 0));
        assertEquals(new JsonMapper().readTree("""
                {"verdict": "passed", "seed": 42, "environment": "local",
                 "startup": {"firstMessageMillis": 3210, "parts": {"redis": 12}},
                 "orders": {"placed": 4, "confirmed": 3, "cancelled": 1, "unfinished": 0},
                 "invariants": [{"name": "paid-once", "held": true, "detail": "fine"}],
                 "links": [{"from": "client", "to": "order-service", "protocol": "REST", "calls": 10, "errors": 1,
                            "p50Millis": 1.235, "p95Millis": 2.0, "p99Millis": 3.0}],
                 "faults": [{"fault": "kill", "target": "redis", "hits": 1, "activeMillis": 5000}],
                 "dropped": {"facts": 0, "load": 0}}"""), new JsonMapper().readTree(Json.text(report)));
    }
}
