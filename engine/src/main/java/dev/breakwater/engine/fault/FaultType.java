package dev.breakwater.engine.fault;

import dev.breakwater.engine.model.fault.TargetKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One kind of fault: all that the form, the files, the checks and the help need to know of it.
///
/// @param name as in files and on the command line: lower case, words joined by `_`
/// @param title as on a button: `Latency`
/// @param help one line under the title: `delays both ways, with jitter`
/// @param watchFor one sentence on what to look for while it is active
/// @param making makes the fault from settings that are each within their range; throws [IllegalArgumentException] when they do not
///         fit together
public record FaultType(String name, String title, String help, String watchFor, Set<TargetKind> targets, List<Setting> settings,
        Function<Settings, Fault> making) {
    public FaultType {
        targets = Set.copyOf(targets);
        settings = List.copyOf(settings);
    }
}
