package dev.breakwater.engine.environment.local;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Orders the AOT caches that are missing once a run has come to rest, or at its end if that comes first.
final class CacheOrder implements AutoCloseable {
    /// Keeps the caches from being made.
    static final String NO_CACHES = "BREAKWATER_NO_AOT";
    private static final Duration REST = Duration.ofSeconds(5);

    private final LocalSettings settings;
    private @Nullable Thread thread;

    CacheOrder(LocalSettings settings) {
        this.settings = settings;
    }

    /// Every part is ready.
    synchronized void started() {
        if (thread != null || settings.variables().containsKey(NO_CACHES) || new CacheTraining(settings).missing().isEmpty()) return;
        thread = Thread.ofVirtual().name("order AOT caches").start(() -> {
            try {
                Thread.sleep(REST);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt(); // the run was shorter: now is the time
            }
            CacheMaker.launch(settings.home());
        });
    }

    @Override
    public synchronized void close() {
        if (thread == null) return;
        thread.interrupt();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
