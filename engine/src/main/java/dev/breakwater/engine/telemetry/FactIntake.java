package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fold.RunState;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where all facts of a run come together: takes them from any thread, folds them on one, and shows the newest snapshot to everybody.
///
/// Taking never waits. What comes faster than it can be folded is left out and counted in [RunSnapshot#dropped].
public final class FactIntake implements Consumer<Fact>, AutoCloseable {
    /// A new snapshot at most this often: once a frame.
    public static final Duration PACE = Duration.ofMillis(16);
    private static final Logger LOG = LoggerFactory.getLogger(FactIntake.class);

    private final InstantSource clock;
    private final FactQueue queue = new FactQueue();
    private final Traces traces = new Traces();
    private final RunState state = new RunState();
    private final Thread reducer;
    private final Object progress = new Object();
    private long folded;
    private boolean ended;
    private volatile RunSnapshot latest = RunSnapshot.EMPTY;

    /// Starts the reducer thread.
    public FactIntake(InstantSource clock) {
        this.clock = clock;
        reducer = Thread.ofPlatform().name("reducer").daemon().start(this::reduce);
    }

    @Override
    public void accept(Fact fact) {
        queue.offer(fact);
    }

    /// The newest state; any thread, no lock.
    public RunSnapshot snapshot() {
        return latest;
    }

    /// The spans of one trace in the order in which they started; empty when it is not known, or no longer. Any thread.
    public List<SpanFinished> trace(String traceId) {
        return traces.of(traceId);
    }

    /// Waits until everything that was accepted before is in the snapshot, and answers with that one; the last one after [#close].
    public RunSnapshot settled() throws InterruptedException {
        long wanted = queue.accepted();
        synchronized (progress) {
            while (folded < wanted && !ended) {
                progress.wait();
            }
        }
        return latest;
    }

    /// Waits for a snapshot in which `wanted` holds, looking at each new one.
    ///
    /// @return the newest one; `wanted` does not hold in it if `patience` or the intake came to an end first
    public RunSnapshot until(Predicate<RunSnapshot> wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        RunSnapshot seen = settled();
        while (!wanted.test(seen)) {
            synchronized (progress) {
                long left = end - System.nanoTime();
                if (left <= 0 || ended) {
                    return latest;
                }
                if (latest.version() == seen.version()) {
                    TimeUnit.NANOSECONDS.timedWait(progress, left);
                }
                seen = latest;
            }
        }
        return seen;
    }

    /// Ends the reducer; the last snapshot stays.
    @Override
    public void close() {
        reducer.interrupt();
    }

    private void reduce() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Fact> batch = queue.take(RunState.RENEWAL.toNanos());
                long begun = System.nanoTime();
                batch.forEach(this::fold);
                publish(batch.size());
                LockSupport.parkNanos(PACE.toNanos() - (System.nanoTime() - begun));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (progress) {
                ended = true;
                progress.notifyAll();
            }
        }
    }

    /// A fact that breaks a fold is a bug of ours: it must not end the run's picture, so it is told and left out.
    private void fold(Fact fact) {
        try {
            state.apply(fact);
            if (fact instanceof SpanFinished span) {
                traces.add(span);
            }
        } catch (RuntimeException bug) {
            LOG.error("This fact was left out, because folding it failed: {}", fact, bug);
            state.apply(new Fact.FactsDropped(fact.at(), 1));
        }
    }

    private void publish(int count) {
        Instant now = clock.instant();
        long dropped = queue.takeDropped();
        if (dropped > 0) {
            state.apply(new Fact.FactsDropped(now, dropped));
        }
        try {
            latest = state.snapshot(now);
        } catch (RuntimeException bug) {
            LOG.error("The picture stays as it was, because the new one could not be made", bug);
        }
        synchronized (progress) {
            folded += count;
            progress.notifyAll();
        }
    }
}
