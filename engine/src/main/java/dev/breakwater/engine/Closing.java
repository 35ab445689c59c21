package dev.breakwater.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that has to be closed, the last added first. One that fails to close is told, and does not keep the others from it.
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /// @throws InterruptedException when closing has begun; the resource has been closed then
    <T extends AutoCloseable> T add(T resource) throws InterruptedException {
        push(resource);
        return resource;
    }

    <T> T add(T resource, Consumer<T> closer) throws InterruptedException {
        push(() -> closer.accept(resource));
        return resource;
    }

    /// It is closed already, or by somebody else.
    synchronized void forget(AutoCloseable resource) {
        open.remove(resource);
    }

    private void push(AutoCloseable resource) throws InterruptedException {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                open.push(resource);
            }
        }
        if (late) {
            close(resource);
            throw new InterruptedException("the run is being closed");
        }
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable next;
            synchronized (this) {
                closed = true;
                next = open.poll();
            }
            if (next == null) {
                return;
            }
            close(next);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            LOG.warn("could not be closed cleanly: {}", resource, failed);
        }
    }
}
