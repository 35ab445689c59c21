package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.StartFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes missing AOT caches while a run goes on, once it has come to rest. Ends with the run; what is missing then is made next time.
final class BackgroundTraining implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTraining.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final LocalSettings settings;
    private final CacheTraining training;
    private @Nullable Thread thread;

    BackgroundTraining(LocalSettings settings) {
        this.settings = settings;
        this.training = new CacheTraining(settings);
    }

    synchronized void start() {
        thread = Thread.ofVirtual().name("aot-training").start(this::train);
    }

    private void train() {
        try {
            Thread.sleep(REST);
            long begin = System.nanoTime();
            if (trainAlone()) LOG.info("AOT caches made in {} s", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        } catch (InterruptedException e) {
            LOG.debug("the run ended before all AOT caches were made");
        } catch (IOException | StartFailedException e) {
            LOG.info("no AOT caches were made, starts stay slower: {}", e.getMessage());
        }
    }

    /// One lab on this machine at a time.
    private boolean trainAlone() throws IOException, StartFailedException, InterruptedException {
        if (training.missing().isEmpty()) return false;
        Path folder = Files.createDirectories(settings.cache().aot());
        try (FileChannel file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) return false;
            training.run();
            return true;
        } catch (OverlappingFileLockException e) {
            return false; // another run of this lab does it
        }
    }

    @Override
    public synchronized void close() {
        if (thread == null) return;
        thread.interrupt();
        training.abort();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // it is ending: it kills what it started
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
