package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.SagaStepped;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Sagas, order by order. Each order counts once, as what it was last; STUCK ones are taken out of ACTIVE.
///
/// Full steps are kept for the newest [#DETAILED] unfinished and the last [#SHOWN] ended orders, ids for [#OVER] ended and [#UNFINISHED]
/// unfinished ones. Counts outlive all that: a step of an order that was let go is taken for a late copy.
final class SagaFold {
    static final Duration SILENCE = Duration.ofSeconds(30);
    static final int SHOWN = 500;
    static final int DETAILED = 2_000;
    static final int OVER = 50_000;
    static final int UNFINISHED = 100_000;

    private final Map<SagaStatus, Long> counts = new EnumMap<>(SagaStatus.class);
    private final LinkedHashMap<String, Saga> unfinished = new LinkedHashMap<>();
    private final LinkedHashMap<String, Saga> ended = new LinkedHashMap<>();
    private final Map<String, Boolean> forgotten = new RecentMap<>(OVER);
    private final LinkedHashMap<String, Saga> detailed = new LinkedHashMap<>();
    private SagaBoard board = SagaBoard.EMPTY;
    private Instant silentSince = Instant.MIN;
    private boolean changed;

    void apply(SagaStepped told) {
        if (forgotten.containsKey(told.orderId())) {
            return;
        }
        Saga saga = find(told.orderId());
        SagaStatus before = saga.status();
        if (saga.apply(told)) {
            changed = true;
            if (saga.status() != before) {
                counts.merge(before, -1L, Long::sum);
                counts.merge(saga.status(), 1L, Long::sum);
                move(saga);
            }
        }
    }

    /// Looks for stuck ones; true when there may be others than before.
    boolean renew(Instant now) {
        silentSince = now.minus(SILENCE);
        changed = changed || !unfinished.isEmpty();
        return changed;
    }

    SagaBoard view() {
        if (changed) {
            changed = false;
            board = board();
        }
        return board;
    }

    private Saga find(String orderId) {
        Saga known = unfinished.getOrDefault(orderId, ended.get(orderId));
        if (known != null) {
            return known;
        }
        Saga saga = new Saga(orderId);
        unfinished.put(orderId, saga);
        counts.merge(SagaStatus.ACTIVE, 1L, Long::sum);
        detailed.put(orderId, saga);
        if (detailed.size() > DETAILED) {
            detailed.pollFirstEntry().getValue().forgetSteps();
        }
        if (unfinished.size() > UNFINISHED) {
            forgotten.put(unfinished.pollFirstEntry().getKey(), true);
        }
        return saga;
    }

    private void move(Saga saga) {
        if (!saga.over()) {
            ended.remove(saga.orderId());
            unfinished.put(saga.orderId(), saga);
            return;
        }
        unfinished.remove(saga.orderId());
        detailed.remove(saga.orderId());
        ended.put(saga.orderId(), saga);
        if (ended.size() > SHOWN) {
            forgotten.put(ended.pollFirstEntry().getKey(), true);
        }
    }

    private boolean stuck(Saga saga) {
        return !saga.over() && !saga.changedAt().isAfter(silentSince);
    }

    private SagaBoard board() {
        long stuck = unfinished.values().stream().filter(this::stuck).count();
        List<Saga> shown = new ArrayList<>(SHOWN);
        unfinished.sequencedValues().reversed().stream().limit(SHOWN).forEach(shown::add);
        ended.sequencedValues().reversed().stream().limit(SHOWN - shown.size()).forEach(shown::add);
        shown.sort(Comparator.comparing(Saga::startedAt).reversed());
        List<SagaView> views = shown.stream().map(saga -> saga.view(stuck(saga))).collect(Collectors.toUnmodifiableList());
        return new SagaBoard(count(SagaStatus.ACTIVE) - stuck, count(SagaStatus.COMPLETED), count(SagaStatus.FAILED),
                count(SagaStatus.COMPENSATED), stuck, views);
    }

    private long count(SagaStatus status) {
        return counts.getOrDefault(status, 0L);
    }
}
