package dev.breakwater.engine.model.broker;

import java.time.Instant;
import java.util.List;

/// A message that was given up and put aside.
///
/// @param id made by the lab, of its message id, its body and its history; two copies that are the same in all of it share one
/// @param orderId of the order that it is of; its message id, or nothing, if the body names none
/// @param queue that it came from; empty if nothing tells
/// @param body as text, cut after [#MAX_BODY_CHARS] characters
/// @param failure why the last try failed; empty if nobody wrote it down
/// @param retries how often it had been tried again
/// @param deaths the last one first; empty if who gave it up sent it here itself
public record DeadLetter(String id, String orderId, String queue, String body, String failure, int retries, List<Death> deaths) {
    public static final int MAX_BODY_CHARS = 4_000;

    /// That a queue let go of it, as the broker wrote it down.
    ///
    /// @param reason `rejected`, `expired`, `maxlen` or `delivery_limit`
    /// @param times how often for this reason
    /// @param at the first time
    public record Death(String queue, String reason, long times, Instant at) {}

    public DeadLetter {
        deaths = List.copyOf(deaths);
    }
}
