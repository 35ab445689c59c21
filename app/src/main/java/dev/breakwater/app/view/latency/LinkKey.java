package dev.breakwater.app.view.latency;

import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.topology.Protocol;

/// Which line of the stage a figure belongs to.
public record LinkKey(String from, String to, Protocol protocol) {
    static LinkKey of(LatencySeries series) {
        return new LinkKey(series.from(), series.to(), series.protocol());
    }

    static LinkKey of(FlowStats flow) {
        return new LinkKey(flow.from(), flow.to(), flow.protocol());
    }

    /// `order-service → user-service`.
    public String title() {
        return from + " → " + to;
    }

    /// `order → user`: for narrow places, without what all services have in their names.
    public String shortTitle() {
        return title().replace("-service", "");
    }
}
