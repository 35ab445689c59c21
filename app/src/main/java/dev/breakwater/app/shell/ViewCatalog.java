package dev.breakwater.app.shell;

import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.breaker.BreakersView;
import dev.breakwater.app.view.latency.LatencyView;
import dev.breakwater.app.view.log.LogView;
import dev.breakwater.app.view.pattern.PatternView;
import dev.breakwater.app.view.saga.SagasView;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The tabs under the stage: one line each.
public final class ViewCatalog {
    private ViewCatalog() {}

    /// @param scenarios finds one by its id
    public static List<View> bottomTabs(LabCommands lab, Selection selection, Function<String, Optional<Scenario>> scenarios) {
        return List.of(
                new LatencyView(),
                new SagasView(selection),
                new BreakersView(),
                new LogView(),
                new PatternView(scenarios, lab));
    }
}
