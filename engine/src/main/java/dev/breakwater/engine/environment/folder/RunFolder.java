package dev.breakwater.engine.environment.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The folder of one run: private to its user, with one folder for each part; it goes when the run is closed.
///
/// A lock file beside it is held as long as this process lives, so that another lab can tell a running one from a dead one, even from
/// inside another container. It is locked before the folder is made: a folder without a held lock is a leftover.
public final class RunFolder implements AutoCloseable {
    static final String LOCK = ".lock";
    private static final String PROCESSES = "processes";
    /// A run writes few MB; below this, something else is about to fill the disk.
    private static final long LEAST_FREE_BYTES = 50L << 20;

    private final RunId id;
    private final Path path;
    private final FileChannel lock;

    private RunFolder(RunId id, Path path, FileChannel lock) {
        this.id = id;
        this.path = path;
        this.lock = lock;
    }

    /// @throws IOException when it cannot be made, or the disk is nearly full
    public static RunFolder create(CacheFolder cache, RandomGenerator random) throws IOException {
        CacheFolder.privateFolder(cache.runs());
        requireSpace(Files.getFileStore(cache.runs()), cache.runs());
        RunId id = RunId.ofThisProcess(random);
        FileChannel lock = FileChannel.open(
                cache.runs().resolve(id + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            return new RunFolder(id, CacheFolder.privateFolder(cache.runs().resolve(id.toString())), lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static void requireSpace(FileStore store, Path where) throws IOException {
        long free = store.getUsableSpace();
        if (free < LEAST_FREE_BYTES)
            throw new IOException("No space left on device: %d MB are free in %s, a run needs %d MB"
                    .formatted(free >> 20, where, LEAST_FREE_BYTES >> 20));
    }

    public RunId id() {
        return id;
    }

    /// The folder of one part; made when it is not there.
    public Path of(String part) throws IOException {
        return CacheFolder.privateFolder(path.resolve(part));
    }

    /// Writes down a process that belongs to this run, for [Leftovers] of a later lab.
    public synchronized void remember(long pid) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) return;
        String line = new Footprint(pid, RunId.startOf(process.get())) + "\n";
        Files.writeString(path.resolve(PROCESSES), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static Path processes(Path runFolder) {
        return runFolder.resolve(PROCESSES);
    }

    /// Deletes it. Whoever still writes in it has to be gone.
    @Override
    public void close() throws IOException {
        FolderTree.delete(path);
        Files.deleteIfExists(path.resolveSibling(id + LOCK));
        lock.close();
    }
}
