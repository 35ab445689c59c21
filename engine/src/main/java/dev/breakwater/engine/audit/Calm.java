package dev.breakwater.engine.audit;

import java.time.Instant;

/// Tells the audit since when nothing is broken on purpose: what a fault delays is not held against the shop.
@FunctionalInterface
public interface Calm {
    /// When the last fault was healed and the last process got ready; [Instant#MAX] while a fault is active or a process is not ready.
    Instant since();
}
