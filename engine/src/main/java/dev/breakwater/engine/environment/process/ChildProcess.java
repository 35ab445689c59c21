package dev.breakwater.engine.environment.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One process of a run, under [Guard]. Safe to use from any thread.
public final class ChildProcess {
    private static final Duration DEATH_TAKES = Duration.ofSeconds(5);

    private final Process process;
    private final LastLines lines = new LastLines();
    private final Thread reader;
    private volatile boolean paused;

    private ChildProcess(Process process, Consumer<String> onLine) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("output-of-" + process.pid()).start(() -> read(onLine));
    }

    /// @param onLine hears each line of its standard output and error, on a thread of its own
    /// @throws IOException when there is no such folder, or the machine cannot start another process
    public static ChildProcess start(ChildCommand command, Consumer<String> onLine) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Guard.guarded(command.words()))
                .directory(command.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(command.variables());
        return new ChildProcess(builder.start(), onLine);
    }

    private void read(Consumer<String> onLine) {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                onLine.accept(line);
            }
        } catch (IOException e) {
            lines.add("(its output cannot be read any more: " + e.getMessage() + ")");
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Completes with its exit code; 128 + n when signal n ended it.
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// Returns early when it ends.
    public boolean awaitExit(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// The end of what it wrote; complete when it has ended.
    public List<String> lastLines() {
        try {
            if (!alive()) reader.join(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines.toList();
    }

    /// As `kill -9`, with all that it started; returns when it is gone.
    public void kill() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.onExit().completeOnTimeout(process, DEATH_TAKES.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Asks it to end (SIGTERM), and kills it when it has not within `atMost`.
    public void terminate(Duration atMost) {
        try {
            if (!paused && alive()) {
                process.toHandle().destroy(); // the process's own destroy() would close its pipes, and with them release the guard
                awaitExit(atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    public void pause() {
        if (!alive()) return;
        paused = true;
        Signals.send("STOP", pids());
    }

    public void resume() {
        if (!alive()) return;
        paused = false;
        Signals.send("CONT", pids());
    }

    private List<Long> pids() {
        return tree().stream().map(ProcessHandle::pid).toList();
    }

    private List<ProcessHandle> tree() {
        List<ProcessHandle> tree = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(tree::add);
        return tree;
    }
}
