package dev.breakwater.engine.environment.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What labs left behind that were killed: processes and run folders. Never touches those of a lab that still runs.
public final class Leftovers {
    private static final int DEATH_TAKES_SECONDS = 5;

    private Leftovers() {}

    /// Looks, and changes nothing.
    public static List<Leftover> find(CacheFolder cache) throws IOException {
        Map<String, List<ProcessHandle>> marked = MarkedProcesses.find();
        Set<String> runs = new TreeSet<>(marked.keySet());
        runs.addAll(runsIn(cache));
        List<Leftover> found = new ArrayList<>();
        for (String run : runs)
            if (RunId.parse(run).filter(id -> isDead(id, cache)).isPresent())
                found.add(leftover(run, cache, marked.getOrDefault(run, List.of())));
        return found;
    }

    /// Ends what still runs and deletes what still lies there.
    ///
    /// @return what it found
    public static List<Leftover> sweep(CacheFolder cache) throws IOException {
        List<Leftover> found = find(cache);
        for (Leftover leftover : found) {
            leftover.processes().forEach(ProcessHandle::destroyForcibly);
            leftover.processes().forEach(Leftovers::awaitEnd);
            for (Path folder : leftover.folders()) FolderTree.delete(folder);
        }
        return found;
    }

    private static Set<String> runsIn(CacheFolder cache) throws IOException {
        Set<String> runs = new TreeSet<>();
        if (!Files.isDirectory(cache.runs())) return runs;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(cache.runs())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                runs.add(name.endsWith(RunFolder.LOCK) ? name.substring(0, name.length() - RunFolder.LOCK.length()) : name);
            }
        }
        return runs;
    }

    /// The lock is the better witness: it also tells of labs in other containers, and of one that is dead but not yet buried.
    private static boolean isDead(RunId id, CacheFolder cache) {
        if (id.isOfThisProcess()) return false; // to open and close our own lock file would give the lock up
        Path file = cache.runs().resolve(id + RunFolder.LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException e) { // there is no such file, or the file system knows no locks
            return !id.ownerLives();
        }
    }

    private static Leftover leftover(String run, CacheFolder cache, List<ProcessHandle> marked) throws IOException {
        Path folder = cache.runs().resolve(run);
        Map<Long, ProcessHandle> processes = new LinkedHashMap<>();
        marked.forEach(process -> processes.put(process.pid(), process));
        for (String line : lines(RunFolder.processes(folder)))
            Footprint.parse(line).flatMap(Footprint::process).ifPresent(process -> processes.put(process.pid(), process));
        Set<Path> folders = new LinkedHashSet<>();
        Stream.of(folder, cache.runs().resolve(run + RunFolder.LOCK)).filter(Files::exists).forEach(folders::add);
        return new Leftover(run, List.copyOf(processes.values()), List.copyOf(folders));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(DEATH_TAKES_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return; // its folder is deleted all the same
        }
    }
}
