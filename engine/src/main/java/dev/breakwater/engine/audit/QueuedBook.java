package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.AcceptedOrder;
import dev.breakwater.engine.model.run.InvariantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// What became of the orders that were accepted into a queue. No I/O, no clock, one thread. Keeps the newest [#MAX] of each kind.
final class QueuedBook {
    static final int MAX = 100_000;
    /// Orders that may be in somebody's hands when an urgent one comes: one by prefetch, one on its way to the ledger, one to spare.
    static final int IN_HANDS = 3;
    /// A client that has not told of its order so long after it was charged has got no answer.
    static final Duration CLIENT_TELLS_WITHIN = Duration.ofSeconds(20);

    /// Accepted, and neither charged nor dead.
    private final SequencedMap<String, AcceptedOrder> open = new LinkedHashMap<>();
    private final SequencedMap<String, Instant> charges = new LinkedHashMap<>();
    /// Given up, and not charged after a replay.
    private final Set<String> dead = new LinkedHashSet<>();
    private final Map<String, Boolean> urgent = new HashMap<>();
    /// Charges in the order of the ledger, as far as they are not looked at yet.
    private final Deque<String> unseen = new ArrayDeque<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private Instant newest = Instant.MIN;
    private long accepted;
    private long overtaken;
    private long urgentCharged;
    private String first = "";

    /// An urgent order that is not charged yet, and how many others were meanwhile.
    private static final class Waiting {
        private final Instant since;
        private int others;

        private Waiting(Instant since) {
            this.since = since;
        }
    }

    void accepted(AcceptedOrder order) {
        accepted++;
        urgent.put(order.orderId(), order.urgent());
        if (!charges.containsKey(order.orderId()) && !dead.contains(order.orderId())) {
            open.put(order.orderId(), order);
        }
        if (order.urgent()) {
            waiting.put(order.orderId(), new Waiting(order.at()));
        }
        look();
    }

    void charged(String orderId, Instant at) {
        if (charges.putIfAbsent(orderId, at) == null) {
            unseen.add(orderId);
            newest = at.isAfter(newest) ? at : newest;
        }
        open.remove(orderId);
        dead.remove(orderId);
        forgetOldest(charges);
        look();
    }

    void dead(String orderId) {
        if (!charges.containsKey(orderId) && dead.add(orderId) && dead.size() > MAX) {
            dead.remove(dead.iterator().next());
        }
        open.remove(orderId);
        waiting.remove(orderId);
        urgent.remove(orderId);
    }

    private static void forgetOldest(SequencedMap<String, ?> map) {
        if (map.size() > MAX) {
            map.pollFirstEntry();
        }
    }

    /// Looks at charges in their order, up to the first one of which the client has not told yet; who got no answer never tells.
    private void look() {
        while (!unseen.isEmpty()) {
            String orderId = unseen.getFirst();
            if (!urgent.containsKey(orderId)) {
                if (!charges.getOrDefault(orderId, Instant.MIN).isBefore(newest.minus(CLIENT_TELLS_WITHIN))) {
                    return;
                }
                unseen.removeFirst();
                continue;
            }
            unseen.removeFirst();
            Instant at = charges.getOrDefault(orderId, Instant.MIN);
            if (Boolean.TRUE.equals(urgent.remove(orderId))) {
                urgentCharged++;
                Waiting ended = waiting.remove(orderId);
                if (ended != null && ended.others > IN_HANDS) {
                    overtaken++;
                    first = first.isEmpty() ? "%s after %d others".formatted(orderId, ended.others) : first;
                }
            } else {
                waiting.values().stream().filter(each -> each.since.isBefore(at)).forEach(each -> each.others++);
            }
        }
    }

    InvariantView everyMessageEnds(Instant now, Instant calmSince, Duration grace) {
        String detail = "%d accepted, %d charged, %d dead letters, %d on their way".formatted(accepted, charges.size(), dead.size(),
                open.size());
        if (open.isEmpty()) {
            return new InvariantView(Invariants.EVERY_MESSAGE_ENDS, true, detail);
        }
        AcceptedOrder oldest = open.firstEntry().getValue();
        return new InvariantView(Invariants.EVERY_MESSAGE_ENDS, !Overdue.is(oldest.at(), now, calmSince, grace),
                "%s, the oldest, %s, for %d s".formatted(detail, oldest.orderId(), Duration.between(oldest.at(), now).toSeconds()));
    }

    InvariantView urgentFirst() {
        return overtaken == 0
                ? new InvariantView(Invariants.URGENT_FIRST, true, "%d urgent orders, each before the others".formatted(urgentCharged))
                : new InvariantView(Invariants.URGENT_FIRST, false,
                        "%d of %d urgent orders stood in the line, first %s".formatted(overtaken, urgentCharged, first));
    }

    boolean settled() {
        return open.isEmpty();
    }
}
