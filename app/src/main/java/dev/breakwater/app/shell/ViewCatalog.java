package dev.breakwater.app.shell;

import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.breaker.BreakersView;
import dev.breakwater.app.view.latency.LatencyView;
import dev.breakwater.app.view.log.LogView;
import dev.breakwater.app.view.saga.SagasView;
import dev.breakwater.engine.LabCommands;
import java.util.List;

/// The tabs under the stage: one line each.
public final class ViewCatalog {
    private ViewCatalog() {}

    public static List<View> bottomTabs(LabCommands lab, Selection selection) {
        return List.of(
                new LatencyView(),
                new SagasView(selection),
                new BreakersView(),
                new LogView());
    }
}
