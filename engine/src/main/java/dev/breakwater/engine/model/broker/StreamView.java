package dev.breakwater.engine.model.broker;

import java.util.List;

/// A stream as its broker counts it.
///
/// @param length entries in it
/// @param added entries ever added
public record StreamView(String name, long length, long added, List<Group> groups) {
    public StreamView {
        groups = List.copyOf(groups);
    }

    /// A consumer group's cursor.
    ///
    /// @param lag entries not yet delivered to it
    /// @param pending entries delivered and not yet acknowledged
    /// @param oldestPendingMillis how long the oldest of those has been idle; 0 when none is
    public record Group(String name, int consumers, long pending, long lag, long oldestPendingMillis) {}
}
