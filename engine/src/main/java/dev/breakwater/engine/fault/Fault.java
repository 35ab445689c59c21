package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fault.Target;
import java.io.IOException;

/// Something that can be broken, with its settings. A new one is one file, most often a [LinkFault] or a [ProcessFault], with a
/// constant of [FaultType], and one line in the [FaultCatalog].
public interface Fault {
    /// What its settings come to, for a badge: `800 ± 50 ms`; empty when its name says all.
    String summary();

    /// Whether it is over as soon as it has struck, so that nobody has to heal it.
    default boolean healsAtOnce() {
        return false;
    }

    /// Brings it into force and returns when it is.
    ///
    /// @param target of a kind that the fault's type names
    /// @throws IOException why it could not be brought into force, in words for the user
    Injection inject(Targets targets, Target target) throws IOException, InterruptedException;
}
