package dev.breakwater.engine.environment.probe;

import java.io.IOException;

/// A real handshake or query.
@FunctionalInterface
public interface Probe {
    /// Takes at most about two seconds.
    ///
    /// @throws IOException when there is no answer yet, or a wrong one
    Readiness ask() throws IOException;
}
