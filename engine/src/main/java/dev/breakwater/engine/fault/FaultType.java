package dev.breakwater.engine.fault;

import dev.breakwater.engine.model.fault.TargetKind;
import java.util.List;
import java.util.Set;

/// One kind of fault: all that the form, the files, the checks and the help need to know of it.
public interface FaultType {
    /// As in files and on the command line: lower case, words joined by `_`.
    String name();

    /// As on a button: `Latency`.
    String title();

    /// One line under the title: `delays both ways, with jitter`.
    String help();

    /// One sentence on what to look for while it is active.
    String watchFor();

    Set<TargetKind> targets();

    List<Setting> settings();
}
