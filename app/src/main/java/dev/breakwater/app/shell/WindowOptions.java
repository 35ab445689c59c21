package dev.breakwater.app.shell;

import dev.breakwater.app.view.inspector.Suggestion;
import dev.breakwater.engine.fault.FaultType;
import java.util.List;

/// What a window is opened with.
///
/// @param scenarios all that there are; the list shows only these
/// @param opened the id of the scenario that the lab runs
/// @param faults the catalogue
/// @param worthTrying failures that the scenario recommends
public record WindowOptions(List<ScenarioEntry> scenarios, String opened, List<FaultType> faults, List<Suggestion> worthTrying) {
    public WindowOptions {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
        worthTrying = List.copyOf(worthTrying);
    }

    /// The title of the opened scenario; its id when it is not in the list.
    String title() {
        return scenarios.stream().filter(entry -> entry.id().equals(opened)).map(ScenarioEntry::title).findFirst().orElse(opened);
    }
}
