package dev.breakwater.engine.audit;

import com.mongodb.client.MongoClient;
import dev.breakwater.contract.MessageKey;
import dev.breakwater.engine.audit.OrderBook.Order;
import dev.breakwater.engine.audit.OrderBook.Quantities;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.IntruderView;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Checks the invariants against the brokers' own data, read directly, and tells the result as a fact.
///
/// While the run goes on, a broker that cannot be read changes no verdict: the last one stands, or it holds until it was read, and the
/// detail says why there is no newer one. In the last check, what cannot be read does not hold.
public final class Auditor implements AutoCloseable {
    /// How long an order, or its document, may take once nothing is broken on purpose.
    static final Duration GRACE = Duration.ofSeconds(60);

    private final OrderBook book = new OrderBook();
    private final EventLog events;
    private final UserCheck users;
    private final PendingCheck pending;
    private final VersionCheck versions;
    private final Optional<ReadModelCheck> readModel;
    private final Seen seen;
    private final List<String> wanted;
    private final Calm calm;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Map<String, InvariantView> latest = new HashMap<>();

    /// What others have seen so far.
    ///
    /// @param load by all clients
    /// @param intruders by those among them
    /// @param traces in telemetry
    /// @param queued of orders that go through a queue; needed for [Invariants#OF_QUEUED] only
    public record Seen(Supplier<LoadView> load, Supplier<IntruderView> intruders, TraceCheck traces, Optional<QueuedOrders> queued) {}

    /// @param key with which messages may be encrypted
    /// @param mongo where the read model is; needed for [Invariants#READ_MODEL_EQUALS_EVENTS] only
    /// @param wanted names of the [Invariants] to check
    /// @param streams those of the scenario
    /// @param seen what clients and telemetry have seen so far
    public Auditor(RedisClient redis, MessageKey key, Optional<MongoClient> mongo, List<String> streams, Seen seen,
            List<String> wanted, Calm calm, InstantSource clock, Consumer<Fact> facts) {
        this.events = new EventLog(redis, book, key);
        this.users = new UserCheck(events::commands, key);
        this.pending = new PendingCheck(events::commands, streams);
        this.readModel = mongo.filter(_ -> wanted.contains(Invariants.READ_MODEL_EQUALS_EVENTS))
                .map(client -> new ReadModelCheck(book, new ReadModelLog(client)));
        this.versions = new VersionCheck(book, events::manyCommands);
        this.seen = seen;
        this.wanted = List.copyOf(wanted);
        if (this.readModel.isEmpty() && wanted.contains(Invariants.READ_MODEL_EQUALS_EVENTS)) {
            throw new IllegalArgumentException(Invariants.READ_MODEL_EQUALS_EVENTS + " needs mongodb");
        }
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
        boolean read = look(Invariants.OF_ORDERS, everything, () -> orders(everything, grace));
        read &= look(Invariants.OF_USERS, everything, () -> {
            put(users.read());
            put(users.encrypted());
        });
        read &= look(List.of(Invariants.NOTHING_LEFT_PENDING), everything, () -> put(pending.read(everything)));
        if (seen.queued().isPresent()) {
            QueuedOrders queued = seen.queued().get();
            read &= look(Invariants.OF_QUEUED, everything, () -> queued.read(clock.instant(), everything, grace).forEach(this::put));
        }
        read &= look(List.of(Invariants.VERSIONS_WITHOUT_GAP), everything, () -> {
            events.readEvents();
            put(versions.read(everything));
        });
        ClientCheck.views(seen.load().get()).forEach(this::put);
        put(IntruderCheck.view(seen.intruders().get()));
        put(seen.traces().view());
        publish(false); // what is known of the orders does not wait for a MongoDB that hangs
        read &= look(List.of(Invariants.READ_MODEL_EQUALS_EVENTS), everything, () -> compareReadModel(everything, grace));
        return read;
    }

    /// One look at a broker.
    private interface Look {
        void go() throws BrokerUnreadableException;
    }

    /// Not taken when nobody wants to know; then nothing is unread.
    private boolean look(List<String> invariants, boolean last, Look look) {
        if (wanted.stream().noneMatch(invariants::contains)) {
            return true;
        }
        try {
            look.go();
            return true;
        } catch (BrokerUnreadableException gone) {
            invariants.forEach(name -> unread(name, gone.getMessage(), last));
            return false;
        }
    }

    private void compareReadModel(boolean everything, Duration grace) throws BrokerUnreadableException {
        ReadModelCheck check = readModel.orElseThrow();
        events.readEvents();
        Instant now = clock.instant();
        if (everything) {
            check.all(now);
        } else {
            check.round(now);
        }
        put(check.view(now.plusMillis(1), everything ? Instant.MIN : calm.since(), grace));
    }

    private void orders(boolean everything, Duration grace) throws BrokerUnreadableException {
        events.readEvents();
        events.readLedger();
        Map<String, Quantities> before = book.products();
        Map<String, Long> stock = events.stock(List.copyOf(before.keySet()));
        events.readEvents();
        events.readLedger();
        put(StockCheck.view(before, stock, book.products()));
        put(none(Invariants.PAID_ONCE, book.wronglyPaid(),
                book.tally().placed() == 0 ? "%d payments, none charged twice".formatted(book.paidOrders())
                        : "%d confirmed orders, each charged once".formatted(book.tally().confirmed())));
        put(none(Invariants.CANCELLED_COST_NOTHING, book.notGivenBack(),
                "%d cancelled orders, nothing of them kept".formatted(book.tally().cancelled())));
        put(everyOrderEnds(grace));
        if (wanted.contains(Invariants.EVERY_PAYMENT_ANSWERED)) {
            put(ReplyCheck.view(events.pendingReplies(), book.paidAndOpen(), everything));
        }
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
        boolean ended = !wanted.contains(Invariants.EVERY_ORDER_ENDS) || book.tally().unfinished() == 0;
        AuditReport report = new AuditReport(book.tally(), views,
                read && ended && seen.queued().map(QueuedOrders::settled).orElse(true)
                        && readModel.map(ReadModelCheck::settled).orElse(true));
        facts.accept(new Fact.OrdersAudited(clock.instant(), report.orders(), report.invariants()));
        return report;
    }

    @Override
    public void close() {
        events.close();
        seen.queued().ifPresent(QueuedOrders::close);
    }
}
