package dev.breakwater.engine.fault;

import dev.breakwater.engine.model.fault.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What somebody wants broken.
///
/// @param fault a name in the [FaultCatalog]
/// @param settings in the units that the catalogue gives; a missing one takes its default
/// @param duration how long; empty means until healed
public record FaultOrder(String fault, Target target, Map<String, Double> settings, Optional<Duration> duration) {
    public FaultOrder {
        settings = Map.copyOf(settings);
    }
}
