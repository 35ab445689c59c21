package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.StartFailedException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Starts all parts side by side, with a limit on how many use the processor at once: a part holds a permit until it answers at all,
/// and waits for what it depends on without one. The first failure ends the others.
final class StartSequence {
    private final List<LocalPart> parts;
    private final Semaphore permits;

    /// @param parts what takes longest first; those that others wait for before them
    StartSequence(List<LocalPart> parts) {
        this.parts = parts;
        this.permits = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    }

    /// Returns when all are ready.
    void run() throws StartFailedException, InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<LocalPart> starts = new ExecutorCompletionService<>(threads);
            var unused = threads.submit(() -> {
                for (LocalPart part : parts) {
                    permits.acquire();
                    starts.submit(() -> start(part));
                }
                return null;
            });
            for (int i = 0; i < parts.size(); i++) starts.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailedException failed) throw failed;
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private LocalPart start(LocalPart part) throws StartFailedException, InterruptedException {
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable release = () -> {
            if (held.compareAndSet(true, false)) permits.release();
        };
        try {
            part.start(release);
            return part;
        } finally {
            release.run();
        }
    }
}
