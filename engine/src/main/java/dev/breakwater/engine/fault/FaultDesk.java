package dev.breakwater.engine.fault;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Takes orders for faults, brings them into force and heals them, each on a virtual thread of its own, and tells every change as a
/// [Fact.FaultChanged]. No call waits for a fault: what came of it is told by the facts. Safe to use from any thread.
///
/// Several faults on one target: those of a link work in the order in which they were injected, delays add up, and while one cuts the
/// link or resets its connections nothing is left to delay; those of a process are ranked by [FaultedProcess]. Healing one leaves the
/// others in force.
public final class FaultDesk implements AutoCloseable {
    private static final Duration CLOSING_TAKES_AT_MOST = Duration.ofSeconds(10);
    private static final String ID = "fault-";

    private volatile Targets targets;
    private final Consumer<Fact> facts;
    private final Timekeeper time;
    private final Map<Integer, FaultLife> lives = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(ID, 0).factory());

    /// @param facts hears every change, one at a time for each fault; must not wait
    public FaultDesk(Targets targets, Consumer<Fact> facts, Timekeeper time) {
        this.targets = targets;
        this.facts = facts;
        this.time = time;
    }

    /// Injects a fault; answers at once with the id under which the facts tell of it.
    ///
    /// @throws FaultRefusedException when the order makes no sense; nothing was done then
    /// @throws IllegalStateException when the desk is closed
    public String inject(FaultOrder order) {
        CheckedOrder checked = CheckedOrder.of(order, targets.known());
        int number = lastId.incrementAndGet();
        FaultLife life = new FaultLife(ID + number, checked, facts, time);
        lives.put(number, life);
        life.begin();
        try {
            Targets now = targets;
            threads.execute(() -> life.live(now, () -> healThoseGone(order.target())));
        } catch (RejectedExecutionException e) {
            life.refuse("the run has ended");
            throw new IllegalStateException("the run has ended: nothing more can be injected", e);
        }
        return ID + number;
    }

    /// There are other processes now than before; what is in force on those that stay, stays.
    public void partsChanged(Collection<Part> parts) {
        targets = targets.with(parts);
    }

    /// Asks for one heal. A fault that is over already stays so.
    ///
    /// @throws FaultRefusedException when there never was such a fault
    public void heal(String id) {
        lives.values().stream().filter(life -> life.view().id().equals(id)).findFirst()
                .orElseThrow(() -> new FaultRefusedException("there is no fault " + id)).heal();
    }

    /// Asks for the heal of all, also of those that are not in force yet. They heal side by side.
    public void healAll() {
        lives.values().stream().filter(life -> !life.isOver()).forEach(FaultLife::heal);
    }

    /// All faults of the run as they are now, the oldest first.
    public List<FaultView> faults() {
        return lives.values().stream().map(FaultLife::view).toList();
    }

    private void healThoseGone(Target target) {
        lives.values().stream().filter(life -> !life.isOver() && life.view().target().equals(target)).forEach(FaultLife::healIfGone);
    }

    /// Heals all and waits for it, ten seconds at most: then those that still try are told to stop.
    @Override
    public void close() {
        threads.shutdown();
        healAll();
        try {
            threads.awaitTermination(CLOSING_TAKES_AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
