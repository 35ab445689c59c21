package dev.breakwater.engine.audit;

import java.time.Instant;

/// Tells the audit since when nothing is broken on purpose: what a fault delays is not held against the shop.
@FunctionalInterface
public interface Calm {
    /// When the last fault was healed; [Instant#MIN] when there was none, [Instant#MAX] while one is active.
    Instant since();
}
