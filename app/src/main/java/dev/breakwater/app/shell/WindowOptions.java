package dev.breakwater.app.shell;

import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/// What a window is opened with.
///
/// @param scenarios all that there are, in the order of the list
/// @param faults the catalogue
public record WindowOptions(List<Scenario> scenarios, List<FaultType> faults) {
    public WindowOptions {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
    }

    /// Empty when there is no such scenario in the list.
    Optional<Scenario> scenario(String id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }
}
