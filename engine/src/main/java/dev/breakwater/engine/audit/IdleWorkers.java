package dev.breakwater.engine.audit;

import dev.breakwater.engine.load.AcceptedOrders.Accepted;
import dev.breakwater.engine.model.run.InvariantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Whether a worker was idle while an order waited that another one did later: the broker had handed it to him already. Only while
/// nothing is broken: a dead worker is no idle one. No I/O, no clock, one thread.
final class IdleWorkers {
    private static final int MAX = 10_000;
    /// The way of a message to a worker that has nothing to do.
    private static final Duration WAY = Duration.ofMillis(500);

    private final Map<String, Instant> lastDone = new HashMap<>();
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private final SequencedMap<String, Instant> acceptedAt = new LinkedHashMap<>();
    /// Done before the client told that they were accepted.
    private final SequencedMap<String, Start> starts = new LinkedHashMap<>();
    private long done;
    private long late;
    private String first = "";

    private record Gap(String worker, Instant from, Instant to) {}

    private record Start(String worker, Instant at) {}

    void accepted(Accepted order) {
        Start start = starts.remove(order.orderId());
        if (start != null) {
            compare(order.orderId(), order.at(), start);
        } else {
            acceptedAt.put(order.orderId(), order.at());
            if (acceptedAt.size() > MAX) {
                acceptedAt.pollFirstEntry();
            }
        }
    }

    /// @param calmSince since when nothing is broken
    void done(String worker, String orderId, Instant started, Instant at, Instant calmSince) {
        done++;
        Instant before = lastDone.put(worker, at);
        if (before != null && before.isAfter(calmSince) && Duration.between(before, started).compareTo(WAY) > 0) {
            gaps.add(new Gap(worker, before, started));
            if (gaps.size() > MAX) {
                gaps.removeFirst();
            }
        }
        Instant accepted = acceptedAt.remove(orderId);
        Start start = new Start(worker, started);
        if (accepted != null) {
            compare(orderId, accepted, start);
        } else {
            starts.put(orderId, start);
            if (starts.size() > MAX) {
                starts.pollFirstEntry();
            }
        }
    }

    private void compare(String orderId, Instant accepted, Start start) {
        gaps.stream().filter(gap -> !gap.worker().equals(start.worker()) && accepted.isBefore(gap.from()) && start.at().isAfter(gap.to()))
                .findFirst().ifPresent(gap -> {
                    late++;
                    first = first.isEmpty() ? "%s waited for %s while %s had nothing to do for %d ms".formatted(orderId, start.worker(),
                            gap.worker(), Duration.between(gap.from(), gap.to()).toMillis()) : first;
                });
    }

    InvariantView view() {
        return late == 0 ? new InvariantView(Invariants.WORK_IS_SHARED, true, "%d orders by %d workers".formatted(done, lastDone.size()))
                : new InvariantView(Invariants.WORK_IS_SHARED, false, "%d of %d orders; first %s".formatted(late, done, first));
    }
}
