package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.AcceptedOrder;
import dev.breakwater.engine.model.run.InvariantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a worker was idle while an order waited that another one did later: the broker had handed it to him already. Only while
/// nothing is broken: a dead worker is no idle one. No I/O, no clock, one thread.
final class IdleWorkers {
    private static final int MAX = 10_000;
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    /// What a worker may take until it has a message, when it or the broker has just come back.
    private static final Duration WAY = Duration.ofSeconds(5);

    private final Map<String, Instant> lastDone = new HashMap<>();
    private final Deque<Gap> gaps = new ArrayDeque<>();
    private final SequencedMap<String, Instant> acceptedAt = new LinkedHashMap<>();
    /// Done before the client told that they were accepted.
    private final SequencedMap<String, Start> starts = new LinkedHashMap<>();
    private final Set<String> late = new HashSet<>();
    private final Deque<Done> recent = new ArrayDeque<>();
    private long done;
    private String first = "";

    private record Gap(String worker, Instant from, Instant to) {}

    private record Start(String worker, Instant at) {}

    private record Done(String orderId, Instant accepted, Start start) {}

    void accepted(AcceptedOrder order) {
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
        Instant from = idleSince(worker, calmSince);
        lastDone.put(worker, at);
        if (started.isAfter(from.plus(WAY))) {
            gaps.add(new Gap(worker, from, started));
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

    /// Since its last order, or since nothing is broken any more; for ever not while something is, or when it has never worked.
    private Instant idleSince(String worker, Instant calmSince) {
        Instant before = lastDone.getOrDefault(worker, calmSince.equals(Instant.MIN) ? NEVER : calmSince);
        Instant later = before.isAfter(calmSince) ? before : calmSince;
        return later.isAfter(NEVER) ? NEVER : later;
    }

    private void compare(String orderId, Instant accepted, Start start) {
        recent.add(new Done(orderId, accepted, start));
        if (recent.size() > MAX) {
            recent.removeFirst();
        }
        gaps.stream().filter(gap -> !gap.worker().equals(start.worker()) && accepted.isBefore(gap.from()) && start.at().isAfter(gap.to()))
                .findFirst().ifPresent(gap -> tell(orderId, start, gap));
    }

    private void tell(String orderId, Start start, Gap gap) {
        if (late.add(orderId) && first.isEmpty()) {
            first = "%s waited for %s while %s had nothing to do for %d ms".formatted(orderId, start.worker(), gap.worker(),
                    Duration.between(gap.from(), gap.to().isAfter(start.at()) ? start.at() : gap.to()).toMillis());
        }
    }

    /// All orders have ended: whoever has had nothing to do until now was idle while others worked on what had waited.
    ///
    /// @param runs whether a worker is there
    void ended(Instant calmSince, Predicate<String> runs) {
        lastDone.keySet().stream().filter(runs).forEach(worker -> {
            Gap rest = new Gap(worker, idleSince(worker, calmSince), Instant.MAX);
            recent.stream().filter(order -> !worker.equals(order.start().worker()) && order.accepted().isBefore(rest.from())
                    && order.start().at().isAfter(rest.from().plus(WAY))).forEach(order -> tell(order.orderId(), order.start(), rest));
        });
    }

    InvariantView view() {
        return late.isEmpty()
                ? new InvariantView(Invariants.WORK_IS_SHARED, true, "%d orders by %d workers".formatted(done, lastDone.size()))
                : new InvariantView(Invariants.WORK_IS_SHARED, false, "%d of %d orders; first %s".formatted(late.size(), done, first));
    }
}
