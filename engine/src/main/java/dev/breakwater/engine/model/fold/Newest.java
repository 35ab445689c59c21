package dev.breakwater.engine.model.fold;

import java.time.Instant;

/// The value that was told with the latest time; of equal times, the one that was told last.
final class Newest<T> {
    private T value;
    private Instant at = Instant.MIN;

    Newest(T initial) {
        value = initial;
    }

    void offer(Instant told, T next) {
        if (!told.isBefore(at)) {
            at = told;
            value = next;
        }
    }

    T value() {
        return value;
    }

    Instant at() {
        return at;
    }
}
