package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.HealFailedException;
import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One injected fault from the order to the heal, told as facts: REQUESTED, ACTIVE once it is in force, HEALING, HEALED. If it cannot
/// be brought into force it is FAILED; if it cannot be healed it is ACTIVE again, with the reason, until healing works.
final class FaultLife {
    /// So seldom are hits told.
    static final Duration HITS_EVERY = Duration.ofMillis(250);

    private final CheckedOrder order;
    private final Consumer<Fact> facts;
    private final Timekeeper time;
    private final Semaphore healAsked = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private FaultView view;
    private volatile @Nullable Injection injection;

    FaultLife(String id, CheckedOrder order, Consumer<Fact> facts, Timekeeper time) {
        this.order = order;
        this.facts = facts;
        this.time = time;
        view = new FaultView(id, order.type().name(), order.order().target(), order.settingTexts(), order.fault().summary(),
                FaultPhase.REQUESTED, 0, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    synchronized FaultView view() {
        return view;
    }

    /// Tells that it was asked for.
    void begin() {
        become(FaultPhase.REQUESTED, "");
    }

    /// Ends it before it began.
    void refuse(String why) {
        become(FaultPhase.FAILED, why);
        over.countDown();
    }

    /// Brings it into force and lets it last until it is healed: the whole life, on a thread of its own.
    ///
    /// @param injected what else is to be done as soon as it is in force
    void live(Targets targets, Runnable injected) {
        try {
            injection = order.fault().inject(targets, order.order().target());
            become(FaultPhase.ACTIVE, "");
            injected.run();
            time.after(HITS_EVERY, this::tellHits);
            Optional<Timekeeper.Alarm> end = order.order().duration().map(duration -> time.after(duration, this::heal));
            last(injection);
            end.ifPresent(Timekeeper.Alarm::cancel);
        } catch (InterruptedException e) {
            become(FaultPhase.FAILED, "the run ended before it was healed");
        } catch (IOException | RuntimeException e) {
            become(FaultPhase.FAILED, String.valueOf(e.getMessage()));
        } finally {
            over.countDown();
        }
    }

    /// Asks for its heal; returns at once. It is heeded also while the fault is not in force yet.
    void heal() {
        healAsked.release();
    }

    /// Another fault may have put an end to this one.
    void healIfGone() {
        Injection mine = injection;
        if (mine != null && !mine.standing()) {
            heal();
        }
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    private void last(Injection active) throws InterruptedException {
        for (boolean healed = false; !healed;) {
            if (!order.fault().healsAtOnce() || !view().message().isEmpty()) {
                healAsked.acquire();
            }
            become(FaultPhase.HEALING, "");
            healAsked.drainPermits();
            try {
                active.heal();
                healed = true;
                become(FaultPhase.HEALED, "");
            } catch (HealFailedException | RuntimeException e) {
                become(FaultPhase.ACTIVE, "not healed: " + (e instanceof HealFailedException ? e.getMessage() : e.toString()));
            }
        }
    }

    private void tellHits() {
        synchronized (this) {
            if (isOver()) {
                return;
            }
            if (view.phase() == FaultPhase.ACTIVE && view.hits() != hits()) {
                become(FaultPhase.ACTIVE, view.message());
            }
        }
        time.after(HITS_EVERY, this::tellHits);
    }

    private synchronized void become(FaultPhase phase, String message) {
        Instant now = time.instant();
        Optional<Instant> since = phase == FaultPhase.ACTIVE ? view.activeSince().or(() -> Optional.of(now)) : view.activeSince();
        Optional<Instant> healedAt = phase == FaultPhase.HEALED ? Optional.of(now) : Optional.empty();
        Optional<Instant> healsAt = since.flatMap(from -> order.order().duration().map(from::plus));
        view = new FaultView(view.id(), view.fault(), view.target(), view.settings(), view.summary(), phase, hits(), since, healedAt,
                healsAt, message);
        facts.accept(new Fact.FaultChanged(now, view));
    }

    private long hits() {
        Injection mine = injection;
        return mine == null ? 0 : mine.hits();
    }
}
