package dev.breakwater.engine.link;

/// A fault in force, as long as [#heal] has not returned. Safe to use from any thread.
public interface Injection {
    /// Chunks, connections or processes that it has struck so far.
    long hits();

    /// False once something else has put an end to it, so that there is nothing left to heal.
    default boolean standing() {
        return true;
    }

    /// Ends it and returns when it is no longer in force. Once healed, healing again does nothing.
    void heal() throws HealFailedException, InterruptedException;
}
