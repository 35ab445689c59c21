package dev.breakwater.engine.load;

import dev.breakwater.engine.model.run.LoadView;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;

/// Sends requests when they are due, whether or not earlier ones were answered, each on a virtual thread.
///
/// Latency counts from the time at which a request was due, not from when it left, so that a stalled system cannot hide its waiting
/// requests (no coordinated omission). At most `maxInFlight` are out at once; what is due beyond that is counted as unsent.
public final class LoadGenerator implements AutoCloseable {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long NAP_NANOS = 20_000_000L;

    private final LongSupplier nanoTime;
    private final long seed;
    private final Request request;
    private final int maxInFlight;
    private final Semaphore free;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentHistogram latency = new ConcurrentHistogram(1_000, HOUR_NANOS, 3);
    private final LongAdder sent = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Thread clockwork;
    private volatile Plan plan;
    private volatile boolean closed;
    private volatile long intended;

    /// One request of the load.
    @FunctionalInterface
    public interface Request {
        /// Sends request number `number` (0, 1, 2 …) and waits for its answer.
        ///
        /// @return whether it was accepted
        boolean send(long number) throws InterruptedException;

        /// What the sender does after an accepted request; not part of its latency.
        default void after(long number) throws InterruptedException {}
    }

    /// A profile that began at `startNanos` of the clock.
    private record Plan(LoadProfile profile, long startNanos, int number) {}

    public LoadGenerator(LoadProfile profile, long seed, int maxInFlight, LongSupplier nanoTime, Request request) {
        this.nanoTime = nanoTime;
        this.seed = seed;
        this.request = request;
        this.maxInFlight = maxInFlight;
        this.free = new Semaphore(maxInFlight);
        this.plan = new Plan(profile, nanoTime.getAsLong(), 0);
        this.clockwork = Thread.ofPlatform().name("load").daemon().unstarted(this::run);
    }

    /// Begins with the profile, from now on.
    public synchronized void start() {
        plan = new Plan(plan.profile(), nanoTime.getAsLong(), plan.number());
        clockwork.start();
    }

    /// Goes over to another profile, which begins now.
    public synchronized void profile(LoadProfile profile) {
        plan = new Plan(profile, nanoTime.getAsLong(), plan.number() + 1);
        LockSupport.unpark(clockwork);
    }

    public LoadView view() {
        Plan now = plan;
        double rate = closed ? 0 : now.profile().rateAt(Duration.ofNanos(nanoTime.getAsLong() - now.startNanos()));
        long left = sent.sum();
        long due = Math.max(intended, left);
        return new LoadView(rate, due, left, due - left, accepted.sum(), refused.sum(),
                latency.getValueAtPercentile(50), latency.getValueAtPercentile(95), latency.getValueAtPercentile(99),
                latency.getMaxValue());
    }

    /// Sends nothing more; what is out may still be answered.
    public void stopSending() throws InterruptedException {
        closed = true;
        LockSupport.unpark(clockwork);
        clockwork.join();
    }

    /// Waits until everything that was sent has been answered, or given up by its sender.
    ///
    /// @return false when that took longer than `patience`
    public boolean awaitAnswers(Duration patience) throws InterruptedException {
        boolean none = free.tryAcquire(maxInFlight, patience.toNanos(), TimeUnit.NANOSECONDS);
        if (none) {
            free.release(maxInFlight);
        }
        return none;
    }

    @Override
    public void close() {
        closed = true;
        senders.shutdownNow();
        clockwork.interrupt();
        LockSupport.unpark(clockwork);
    }

    private void run() {
        while (!closed) {
            Plan now = plan;
            // a profile has a seed of its own, so that what comes after a change does not depend on when it was made
            FireTimes times = new FireTimes(now.profile(), new SplittableRandom(seed + now.number()));
            for (long due = due(now, times); plan.number() == now.number() && !closed;) {
                long ahead = due == FireTimes.NEVER ? NAP_NANOS : due - nanoTime.getAsLong();
                if (ahead > 0) {
                    LockSupport.parkNanos(Math.min(ahead, NAP_NANOS));
                } else {
                    fire(due);
                    due = due(now, times);
                }
            }
        }
    }

    private static long due(Plan plan, FireTimes times) {
        long offset = times.next();
        return offset == FireTimes.NEVER ? FireTimes.NEVER : plan.startNanos() + offset;
    }

    private void fire(long due) {
        long number = intended;
        boolean room = free.tryAcquire();
        if (room) {
            try {
                senders.execute(() -> send(number, due));
                sent.increment();
            } catch (RejectedExecutionException closing) {
                free.release();
            }
        }
        intended = number + 1;
    }

    private void send(long number, long due) {
        try {
            boolean ok = request.send(number);
            latency.recordValue(Math.clamp(nanoTime.getAsLong() - due, 1, HOUR_NANOS));
            (ok ? accepted : refused).increment();
            if (ok) {
                request.after(number);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }
}
