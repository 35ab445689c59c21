package dev.breakwater.engine.link;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The one thread that owns all sockets of all links. What others want done is handed to it by [#call]; so nothing here needs a lock.
final class Loop {
    /// `select` counts in milliseconds: the last part of a wait is slept in steps of this, with a look at the sockets between them.
    private static final long FINE_NANOS = 50_000;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /// What faults may hold back in all links together; a flow that holds nothing may always read once, so none starves.
    private static final long HELD_MAX = 64L << 20;

    /// A socket's owner.
    interface Ready {
        void ready(int operations);
    }

    final Buffers buffers = new Buffers();
    private final Selector selector;
    private final Ticker ticker;
    private final Queue<Task<?>> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final Thread thread;
    private volatile Runnable last = () -> {};
    private volatile boolean closed;
    private long alarmNumber;
    private long held;

    Loop(Ticker ticker) throws IOException {
        this.ticker = ticker;
        selector = Selector.open();
        thread = Thread.ofPlatform().name("links").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Does `work` on the loop's thread and returns what came of it: within a moment, for the loop never waits for anybody.
    ///
    /// @throws IOException what `work` threw, or that the loop is closed
    <T> T call(Callable<T> work) throws IOException {
        Task<T> task = new Task<>(work, new CompletableFuture<>());
        tasks.add(task);
        if (closed) {
            refuseTasks();
        }
        selector.wakeup();
        try {
            return task.result.join();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException(cause.getMessage(), cause);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /// Returns when all has been done that sockets and the ticker allow by now.
    void settle() throws IOException {
        call(() -> {
            runAlarms();
            return selector.selectNow(Loop::dispatch);
        });
    }

    long now() {
        return ticker.nanos();
    }

    /// Loop's thread only.
    void at(long nanos, Runnable action) {
        alarms.add(new Alarm(nanos, alarmNumber++, action));
    }

    /// Loop's thread only.
    void hold(long weight) {
        held += weight;
    }

    /// Loop's thread only.
    boolean mayHold() {
        return held < HELD_MAX;
    }

    /// Loop's thread only.
    SelectionKey register(SelectableChannel channel, int operations, Ready owner) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, owner);
    }

    /// A closed socket that was registered is only let go by the next select: do that now. Loop's thread, within [#call] only.
    void letGoOfClosed() throws IOException {
        selector.selectNow(Loop::dispatch);
    }

    private void run() {
        try (selector) {
            while (!closed) {
                guarded(this::waitForSockets);
                runTasks();
                runAlarms();
            }
            guarded(last::run);
        } catch (IOException e) {
            report(e);
        } finally {
            closed = true;
            refuseTasks();
        }
    }

    private void waitForSockets() throws IOException {
        Alarm first = alarms.peek();
        if (!tasks.isEmpty()) {
            selector.selectNow(Loop::dispatch);
        } else if (first == null) {
            selector.select(Loop::dispatch);
        } else {
            long wait = first.at - ticker.nanos();
            if (wait >= MILLI) {
                selector.select(Loop::dispatch, wait / MILLI);
            } else if (selector.selectNow(Loop::dispatch) == 0 && wait > 0) {
                LockSupport.parkNanos(Math.min(wait, FINE_NANOS));
            }
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid()) {
            ((Ready) key.attachment()).ready(key.readyOps());
        }
    }

    private void runTasks() {
        for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void runAlarms() {
        long now = ticker.nanos();
        for (Alarm first = alarms.peek(); first != null && first.at <= now; first = alarms.peek()) {
            alarms.remove();
            guarded(first.action::run);
        }
    }

    private void refuseTasks() {
        for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.result.completeExceptionally(new IOException("the links are closed"));
        }
    }

    /// Ends it after `last` was done; every socket that is still registered is let go. From any thread but the loop's own.
    void close(Runnable last) {
        this.last = last;
        closed = true;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A thread's top: one connection's trouble must not end the others.
    private static void guarded(Guarded action) {
        try {
            action.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            report(e);
        }
    }

    private static void report(Throwable e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }

    private interface Guarded {
        void run() throws IOException;
    }

    private record Task<T>(Callable<T> work, CompletableFuture<T> result) {
        void run() {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        }
    }

    private record Alarm(long at, long number, Runnable action) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
