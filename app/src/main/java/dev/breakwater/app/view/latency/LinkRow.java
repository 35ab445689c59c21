package dev.breakwater.app.view.latency;

import dev.breakwater.engine.model.flow.FlowStats;

/// One link in the table: its figures over the whole run, and its p99 over the last 10 s.
///
/// @param shown whether the chart has its line
public record LinkRow(LinkKey link, LineStyle style, boolean shown, long calls, long errors,
        long p50Nanos, long p95Nanos, long p99Nanos, long recentP99Nanos) {

    static LinkRow of(FlowStats flow, LineStyle style, boolean shown) {
        return new LinkRow(LinkKey.of(flow), style, shown, flow.calls(), flow.errors(),
                flow.p50Nanos(), flow.p95Nanos(), flow.p99Nanos(), flow.recentP99Nanos());
    }
}
