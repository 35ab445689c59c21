package dev.breakwater.engine.model.fault;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One injected fault.
///
/// @param fault the name in the catalogue, for example `latency`
/// @param settings as text with units, for example `delay` → `800 ms`
/// @param summary a few words for a badge, for example `800 ± 50 ms`
/// @param hits connections, chunks or processes that it has struck so far
/// @param healsAt set when it has a duration
/// @param message why it failed or, while it is still active, why it could not be healed; else empty
public record FaultView(String id, String fault, Target target, Map<String, String> settings, String summary, FaultPhase phase, long hits,
        Optional<Instant> activeSince, Optional<Instant> healedAt, Optional<Instant> healsAt, String message) {
    public FaultView {
        settings = Map.copyOf(settings);
    }
}
