package dev.breakwater.contract;

/// What is special about a pattern and can be counted or measured; services tell each observation with [Attributes#EVENT_FIGURE].
///
/// @param name for people
/// @param unit of a value, `ms` for example; empty for figures that are counted, whose value is always 1
public record Figure(String name, String unit) {
    /// P1, P4: what a service was asked to do once, by whether it had been asked before and what it made of that.
    public static final Figure REPETITIONS = new Figure("Repetitions", "");
    /// P2: calls to another service that wait for their answer when one more begins to; each holds a thread.
    public static final Figure CALLS_WAITING = new Figure("Waiting", "calls");
    /// P6: from publishing to the start of the work, by priority.
    public static final Figure WAITING_TIME = new Figure("Waiting time", "ms");
    /// P5, P7: finished messages, by the consumer that has done them.
    public static final Figure DONE = new Figure("Done", "");
    /// P5, P9: deliveries of a message or entry that had been delivered before, by queue or stream.
    public static final Figure REDELIVERED = new Figure("Redelivered", "");
    /// P10: events that a command appended to an order, or that were refused, with the version that was expected and the actual one.
    public static final Figure APPENDS = new Figure("Appends", "");
    /// P10: events that had to be folded to know an order, from the first event on or from a snapshot on.
    public static final Figure FOLDED = new Figure("Folded", "events");
    /// P11: from an event to the read model that shows it, by type of event.
    public static final Figure PROJECTION_LAG = new Figure("Projection lag", "ms");
    /// P11: events that were folded to make the read model anew.
    public static final Figure REBUILT = new Figure("Rebuilt from", "events");
    /// P8: messages that came with this `x-retry-count`.
    public static final Figure RETRY_COUNT = new Figure("Retry count", "");
    /// P13: replies by what they met.
    public static final Figure REPLIES = new Figure("Replies", "");
    /// P16: requests by how the check of their token ended.
    public static final Figure TOKEN_CHECKS = new Figure("Token checks", "");
    /// P13: from a request for payment to its reply, by what that said.
    public static final Figure REPLY_TIME = new Figure("Time to the reply", "ms");
    /// P13: callers that wait for a reply when one more begins to; each holds a thread.
    public static final Figure CALLERS_WAITING = new Figure("Waiting", "callers");
}
