package dev.breakwater.app.cli;

import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `run --json` prints, key by key.
record RunReport(String verdict, long seed, String environment, Startup startup, OrderTally orders, List<InvariantView> invariants,
        List<LinkReport> links, List<FaultReport> faults, DroppedReport dropped) {

    /// @param firstMessageMillis from the user's command to the first message that went through; null when there was none
    /// @param parts name → milliseconds until it was ready
    record Startup(@Nullable Long firstMessageMillis, Map<String, Long> parts) {}

    /// One edge of the topology: who called or sent to whom.
    record LinkReport(String from, String to, String protocol, long calls, long errors,
            double p50Millis, double p95Millis, double p99Millis) {
        static LinkReport of(FlowStats flow) {
            return new LinkReport(flow.from(), flow.to(), flow.protocol().title(), flow.calls(), flow.errors(),
                    millis(flow.p50Nanos()), millis(flow.p95Nanos()), millis(flow.p99Nanos()));
        }

        /// Milliseconds with three decimals.
        private static double millis(long nanos) {
            return Math.round(nanos / 1e3) / 1e3;
        }
    }

    record FaultReport(String fault, String target, long hits, long activeMillis) {
        static FaultReport of(FaultView fault, Instant now) {
            long active = fault.activeSince()
                    .map(since -> Duration.between(since, fault.healedAt().orElse(now)).toMillis()).orElse(0L);
            return new FaultReport(fault.fault(), fault.target().toString(), fault.hits(), active);
        }
    }

    /// What was not kept or not sent.
    record DroppedReport(long facts, long load) {}

    static RunReport of(Verdict verdict, RunSnapshot run, AuditReport audit, OptionalLong firstMessage) {
        Map<String, Long> parts = run.parts().stream()
                .collect(Collectors.toMap(PartView::name, part -> part.startup().toMillis(), (_, last) -> last, TreeMap::new));
        return new RunReport(verdict.word(), run.seed(), run.environment(),
                new Startup(firstMessage.isPresent() ? firstMessage.getAsLong() : null, parts), audit.orders(), audit.invariants(),
                run.flows().stream().map(LinkReport::of).toList(),
                run.faults().stream().map(fault -> FaultReport.of(fault, run.at())).toList(),
                new DroppedReport(run.dropped().facts(), run.load().unsent()));
    }
}
