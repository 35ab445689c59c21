package dev.breakwater.engine.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The ids of a stream's newest entries, taken over a few at a time: from them a group's lag follows without asking the broker to count,
/// which would cost it more the further a group is behind. One thread.
final class EntryIds {
    /// As many as a lag may count to.
    static final int KEPT = 10_000;

    private final List<EntryId> ids = new ArrayList<>();
    private long added;

    /// The last one that is known, where the next reading goes on.
    EntryId last() {
        return ids.isEmpty() ? EntryId.FIRST : ids.getLast();
    }

    /// @param next in order, all of them after [#last()]
    void add(List<EntryId> next) {
        ids.addAll(next);
        added += next.size();
        if (ids.size() > 2 * KEPT) {
            ids.subList(0, ids.size() - KEPT).clear();
        }
    }

    /// The stream was made anew: what is known of the old one is forgotten, but for what was counted.
    void forget() {
        ids.clear();
    }

    /// Entries seen in all.
    long added() {
        return added;
    }

    /// Entries after `delivered`, at most [#KEPT].
    long after(EntryId delivered) {
        int place = Collections.binarySearch(ids, delivered);
        int behind = ids.size() - (place >= 0 ? place + 1 : -place - 1);
        return Math.min(behind, KEPT);
    }
}
