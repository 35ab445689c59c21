package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.InvariantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the read model with the book: orders that were just placed or ended at once, all others in turns, a few hundred at a time.
final class ReadModelCheck {
    private static final int NEW_AT_ONCE = 500;
    private static final int OLD_AT_ONCE = 200;

    private final OrderBook book;
    private final ReadModelLog log;
    private final Deque<String> turn = new ArrayDeque<>();
    private final Map<String, Instant> behind = new HashMap<>();

    ReadModelCheck(OrderBook book, ReadModelLog log) {
        this.book = book;
        this.log = log;
    }

    /// Compares the next few.
    void round(Instant now) throws BrokerUnreadableException {
        List<String> ids = new ArrayList<>(book.toCompare().stream().limit(NEW_AT_ONCE).toList());
        if (turn.isEmpty()) {
            turn.addAll(book.ids());
        }
        for (int i = 0; i < OLD_AT_ONCE && !turn.isEmpty(); i++) {
            ids.add(turn.poll());
        }
        compare(ids, now);
    }

    /// Compares every order that is kept.
    void all(Instant now) throws BrokerUnreadableException {
        List<String> ids = book.ids();
        for (int from = 0; from < ids.size(); from += NEW_AT_ONCE) {
            compare(ids.subList(from, Math.min(ids.size(), from + NEW_AT_ONCE)), now);
        }
    }

    private void compare(Collection<String> ids, Instant now) throws BrokerUnreadableException {
        List<String> known = ids.stream().filter(id -> book.status(id).isPresent()).toList();
        if (known.isEmpty()) {
            return;
        }
        Map<String, String> statuses = log.statuses(known);
        for (String id : known) {
            if (book.status(id).equals(Optional.ofNullable(statuses.get(id)))) {
                behind.remove(id);
                book.toCompare().remove(id);
            } else {
                behind.putIfAbsent(id, now);
                book.toCompare().add(id);
            }
        }
    }

    /// Nothing differs.
    boolean settled() {
        return behind.isEmpty() && book.toCompare().isEmpty();
    }

    /// @param grace how long an order may be behind once nothing is broken on purpose
    InvariantView view(Instant now, Instant calmSince, Duration grace) {
        List<String> late = behind.entrySet().stream().filter(entry -> Overdue.is(entry.getValue(), now, calmSince, grace))
                .map(Map.Entry::getKey).sorted().toList();
        String detail = late.isEmpty()
                ? "%d orders compared, %d on their way".formatted(book.ids().size() - book.toCompare().size(), book.toCompare().size())
                : "%d orders differ, for example %s".formatted(late.size(), late.getFirst());
        return new InvariantView(Invariants.READ_MODEL_EQUALS_EVENTS, late.isEmpty(), detail);
    }
}
