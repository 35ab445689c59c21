package dev.breakwater.engine.audit;

import com.mongodb.client.MongoClient;
import dev.breakwater.engine.audit.OrderBook.Order;
import dev.breakwater.engine.audit.OrderBook.Quantities;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.InvariantView;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;

/// Checks the invariants against the brokers' own data, read directly, and tells the result as a fact.
///
/// While the run goes on, a broker that cannot be read changes no verdict: the last one stands, or it holds until it was read, and the
/// detail says why there is no newer one. In the last check, what cannot be read does not hold.
public final class Auditor implements AutoCloseable {
    /// How long an order, or its document, may take once nothing is broken on purpose.
    static final Duration GRACE = Duration.ofSeconds(60);

    private final OrderBook book = new OrderBook();
    private final EventLog events;
    private final ReadModelCheck readModel;
    private final List<String> wanted;
    private final Calm calm;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Map<String, InvariantView> latest = new HashMap<>();

    /// @param wanted names of the [Invariants] to check
    public Auditor(RedisClient redis, MongoClient mongo, List<String> wanted, Calm calm, InstantSource clock, Consumer<Fact> facts) {
        this.events = new EventLog(redis, book);
        this.readModel = new ReadModelCheck(book, new ReadModelLog(mongo));
        this.wanted = List.copyOf(wanted);
        this.calm = calm;
        this.clock = clock;
        this.facts = facts;
    }

    /// Reads what is new, checks, and publishes what came of it.
    public synchronized AuditReport round() {
        return publish(check(false, GRACE));
    }

    /// Checks everything, and lets nothing be late: for the end of a run, when all has had its time.
    public synchronized AuditReport last() {
        return publish(check(true, Duration.ZERO));
    }

    private boolean check(boolean everything, Duration grace) {
        boolean read = true;
        try {
            orders(grace);
        } catch (BrokerUnreadableException gone) {
            read = false;
            Invariants.ALL.stream().filter(name -> !name.equals(Invariants.READ_MODEL_EQUALS_EVENTS))
                    .forEach(name -> unread(name, gone.getMessage(), everything));
        }
        publish(false); // what is known of the orders does not wait for a MongoDB that hangs
        Instant now = clock.instant();
        try {
            if (everything) {
                readModel.all(now);
            } else {
                readModel.round(now);
            }
            put(readModel.view(now.plusMillis(1), everything ? Instant.MIN : calm.since(), grace));
        } catch (BrokerUnreadableException gone) {
            read = false;
            unread(Invariants.READ_MODEL_EQUALS_EVENTS, gone.getMessage(), everything);
        }
        return read;
    }

    private void orders(Duration grace) throws BrokerUnreadableException {
        events.readEvents();
        events.readLedger();
        Map<String, Quantities> before = book.products();
        Map<String, Long> stock = events.stock(List.copyOf(before.keySet()));
        events.readEvents();
        events.readLedger();
        put(StockCheck.view(before, stock, book.products()));
        put(none(Invariants.PAID_ONCE, book.wronglyPaid(), "%d confirmed orders, each charged once".formatted(book.tally().confirmed())));
        put(none(Invariants.CANCELLED_COST_NOTHING, book.notGivenBack(),
                "%d cancelled orders, nothing of them kept".formatted(book.tally().cancelled())));
        put(everyOrderEnds(grace));
    }

    private InvariantView none(String name, SequencedSet<String> wrong, String fine) {
        return wrong.isEmpty() ? new InvariantView(name, true, fine)
                : new InvariantView(name, false, "%d orders, first %s".formatted(wrong.size(), book.payments(wrong.getFirst())));
    }

    private InvariantView everyOrderEnds(Duration grace) {
        long open = book.tally().unfinished();
        Instant now = clock.instant();
        if (!book.endedTwice().isEmpty()) {
            return new InvariantView(Invariants.EVERY_ORDER_ENDS, false, "confirmed and cancelled: " + book.endedTwice().getFirst());
        }
        Order oldest = book.oldestOpen();
        if (oldest == null) {
            return new InvariantView(Invariants.EVERY_ORDER_ENDS, true, "%d orders ended".formatted(book.tally().placed()));
        }
        Instant calmSince = grace.isZero() ? Instant.MIN : calm.since();
        String detail = "%d on their way, the oldest, %s, for %d s%s".formatted(open, oldest.id,
                Duration.between(oldest.placedAt, now).toSeconds(), calmSince.equals(Instant.MAX) ? " (a fault is active)" : "");
        return new InvariantView(Invariants.EVERY_ORDER_ENDS, !Overdue.is(oldest.placedAt, now, calmSince, grace), detail);
    }

    private void unread(String name, String why, boolean last) {
        InvariantView known = latest.get(name);
        put(new InvariantView(name, !last && (known == null || known.held()), why));
    }

    private void put(InvariantView view) {
        latest.put(view.name(), view);
    }

    private AuditReport publish(boolean read) {
        List<InvariantView> views = new ArrayList<>();
        for (String name : wanted) {
            InvariantView view = latest.get(name);
            if (view != null) {
                views.add(view);
            }
        }
        AuditReport report = new AuditReport(book.tally(), views, read && book.tally().unfinished() == 0 && readModel.settled());
        facts.accept(new Fact.OrdersAudited(clock.instant(), report.orders(), report.invariants()));
        return report;
    }

    @Override
    public void close() {
        events.close();
    }
}
