package dev.breakwater.app.view.stage;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.topology.Edge;
import java.util.Optional;

/// What one line shows now.
///
/// @param ratePerSecond of the last seconds
/// @param failuresPerSecond of the last seconds
/// @param cut whether a failure lets nothing through
/// @param badge the failure that is active on its link, else empty
public record EdgeFigure(Edge edge, double ratePerSecond, long p99Nanos, double failuresPerSecond, boolean cut, String badge,
        Optional<Switch> breaker) {

    /// Whether its breaker lets nothing through.
    public boolean open() {
        return breaker.map(on -> on.phase() == BreakerPhase.OPEN).orElse(false);
    }

    /// The breaker that sits on the line.
    ///
    /// @param text `OPEN 21 s`
    public record Switch(String name, BreakerPhase phase, String text) {}
}
