package dev.breakwater.engine.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A clock that stands still until it is turned; then what is due is done, in the order in which it is due.
final class FakeTime implements Timekeeper {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Due> waiting = new ArrayList<>();
    private Instant now = BEGIN;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Alarm after(Duration wait, Runnable action) {
        Due due = new Due(now.plus(wait), action);
        waiting.add(due);
        return () -> cancel(due);
    }

    void pass(Duration time) {
        Instant until = instant().plus(time);
        for (Optional<Due> next = next(until); next.isPresent(); next = next(until)) {
            next.get().action.run();
        }
        synchronized (this) {
            now = until;
        }
    }

    /// How many alarms are set.
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized Optional<Due> next(Instant until) {
        Optional<Due> first = waiting.stream().min(Comparator.comparing(Due::at)).filter(due -> !due.at.isAfter(until));
        first.ifPresent(due -> {
            waiting.remove(due);
            now = due.at;
        });
        return first;
    }

    private synchronized void cancel(Due due) {
        waiting.remove(due);
    }

    private record Due(Instant at, Runnable action) {}
}
