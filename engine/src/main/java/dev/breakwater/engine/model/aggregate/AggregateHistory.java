package dev.breakwater.engine.model.aggregate;

import java.time.Instant;
import java.util.List;

/// The events of one order, and what it was after each of them, as somebody last asked for it.
///
/// @param orderId empty until an order was asked for
/// @param versions the newest [#MAX_VERSIONS], oldest first
/// @param trouble why it could not be read; empty when it could
public record AggregateHistory(String orderId, List<Version> versions, String trouble) {
    public static final int MAX_VERSIONS = 50;

    /// Before an order was asked for.
    public static final AggregateHistory NONE = new AggregateHistory("", List.of(), "");

    public AggregateHistory {
        versions = List.copyOf(versions);
    }

    /// @param at when the event happened, as it says itself
    /// @param event its data, JSON
    /// @param state the order after it, JSON
    public record Version(long number, String eventType, Instant at, String event, String state) {}
}
