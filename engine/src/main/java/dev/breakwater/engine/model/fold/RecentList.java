package dev.breakwater.engine.model.fold;

import java.util.Arrays;
import java.util.List;

/// The newest `limit` values, oldest first. [#view] makes a new list only after a change.
final class RecentList<T> {
    private final Object[] ring;
    private long added;
    private List<T> view = List.of();
    private long viewed;

    RecentList(int limit) {
        ring = new Object[limit];
    }

    void add(T value) {
        ring[(int) (added++ % ring.length)] = value;
    }

    /// How many were ever added.
    long added() {
        return added;
    }

    @SuppressWarnings("unchecked") // only T gets in
    List<T> view() {
        if (viewed != added) {
            viewed = added;
            int split = (int) (added % ring.length);
            Object[] ordered = added <= ring.length ? Arrays.copyOf(ring, (int) added) : rotated(split);
            view = (List<T>) List.of(ordered);
        }
        return view;
    }

    private Object[] rotated(int split) {
        Object[] ordered = new Object[ring.length];
        System.arraycopy(ring, split, ordered, 0, ring.length - split);
        System.arraycopy(ring, 0, ordered, ring.length - split, split);
        return ordered;
    }
}
