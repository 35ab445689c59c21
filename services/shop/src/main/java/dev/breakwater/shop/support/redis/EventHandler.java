package dev.breakwater.shop.support.redis;

/// Decides what follows from an event. It reads what it needs and returns what is to be written; it writes nothing itself.
/// It is called again if what it read has changed before the commit, and when an event is delivered twice.
@FunctionalInterface
public interface EventHandler {
    /// @throws dev.breakwater.shop.support.json.FieldException if the event cannot be read: it goes to the dead stream
    /// @throws dev.breakwater.shop.support.outage.OutageException if something does not answer: the event is tried again later
    Commit handle(Event event);

    /// Called before the first event is handled.
    ///
    /// @throws dev.breakwater.shop.support.outage.OutageException if what the handler needs does not answer yet: the events wait,
    ///     and it is called again
    default void prepare() {}
}
