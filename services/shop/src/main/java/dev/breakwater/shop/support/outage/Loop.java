package dev.breakwater.shop.support.outage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a task again and again on a virtual thread until it is closed, and outlives every outage:
/// a failed round is told once and tried again after a short back-off.
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(800);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(1);

    private final String name;
    private final Duration every;
    private final Task task;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /// One round. It may block; it should come back within a second or two, and at once when interrupted.
    @FunctionalInterface
    public interface Task {
        void round() throws Exception;
    }

    private Loop(String name, Duration every, Task task) {
        this.name = name;
        this.every = every;
        this.task = task;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// @param every pause between the end of a round and the next one
    public static Loop start(String name, Duration every, Task task) {
        Loop loop = new Loop(name, every, task);
        loop.thread.start();
        return loop;
    }

    private void run() {
        Duration backOff = Duration.ZERO;
        try {
            while (stopped.getCount() > 0) {
                backOff = round(backOff);
                if (stopped.await((backOff.isZero() ? every : backOff).toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: interrupted", name);
        }
    }

    /// @return the back-off before the next round; zero if this one went well
    private Duration round(Duration backOff) throws InterruptedException {
        try {
            task.round();
            if (!backOff.isZero()) {
                LOG.info("{}: works again", name);
            }
            return Duration.ZERO;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (stopped.getCount() > 0 && backOff.isZero()) {
                LOG.warn("{}: {}; trying again", name, e.toString());
            }
            Duration doubled = backOff.isZero() ? FIRST_BACK_OFF : backOff.multipliedBy(2);
            return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
        }
    }

    /// No further round will start.
    public void stop() {
        stopped.countDown();
    }

    /// Lets the current round end, for a second at most.
    @Override
    public void close() {
        stop();
        try {
            if (!thread.join(PATIENCE_AT_END)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
