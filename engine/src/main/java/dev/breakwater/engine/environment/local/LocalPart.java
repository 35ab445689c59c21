package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.folder.RunFolder;
import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.probe.Readiness;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import dev.breakwater.engine.environment.process.Ports;
import dev.breakwater.engine.environment.program.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One process of this machine. Kill, pause and resume never wait for a start that is under way; starts wait for each other.
final class LocalPart implements Part {
    private static final Duration ASK_EVERY = Duration.ofMillis(25);

    private final Program program;
    private final RunFolder folder;
    private final PartReport report;
    private final Consumer<String> log;
    private final Ports held;
    private final Duration endTakes;
    private final ReentrantLock starts = new ReentrantLock();
    private volatile @Nullable ChildProcess process;
    private volatile @Nullable ChildProcess companion;
    private volatile boolean closed;

    /// @param held has the program's ports until [#releasePorts]
    /// @param endTakes how long it may take to end when it is asked to
    LocalPart(Program program, RunFolder folder, PartReport report, Consumer<String> log, Ports held, Duration endTakes) {
        this.program = program;
        this.folder = folder;
        this.report = report;
        this.log = log;
        this.held = held;
        this.endTakes = endTakes;
        report.waiting();
    }

    /// From now on somebody else could take its ports: as late as possible, but before any process of this start is forked, which would
    /// hold what is still open for a moment longer.
    void releasePorts() {
        program.reserved().forEach(held::release);
    }

    /// Tells how it stands.
    void tellAgain() {
        report.again();
    }

    /// Starts it and returns when it is ready.
    ///
    /// @param answers run once it answers at all, and thus needs the processor no more
    void start(Runnable answers) throws StartFailedException, InterruptedException {
        starts.lockInterruptibly();
        try {
            launchAndAwait(answers);
        } catch (StartFailedException e) {
            report.failed(Objects.requireNonNullElse(e.getMessage(), ""));
            throw e;
        } finally {
            starts.unlock();
        }
    }

    private void launchAndAwait(Runnable answers) throws StartFailedException, InterruptedException {
        long begin = System.nanoTime();
        report.starting(0, "");
        ChildProcess started = launch();
        try {
            String product = awaitReady(started, begin, answers);
            report.ready(product, Duration.ofNanos(System.nanoTime() - begin));
            var unused = started.onExit().thenAccept(code -> report.dead(started.pid(), "it ended " + Diagnosis.how(code)));
        } catch (StartFailedException | InterruptedException e) {
            started.kill();
            throw e;
        }
    }

    private ChildProcess launch() throws StartFailedException {
        for (int port : program.ports()) if (!Ports.isFree(port)) throw Diagnosis.portTaken(name(), port);
        try {
            ChildCommand command = program.command();
            Optional<ChildCommand> beside = program.companion();
            if (beside.isPresent() && !runs(companion)) companion = spawn(beside.get());
            ChildProcess started = spawn(command);
            process = started;
            report.starting(started.pid(), "");
            return started;
        } catch (IOException e) {
            throw Diagnosis.unable(name(), e);
        }
    }

    /// Nothing is started any more once the part is closed.
    private synchronized ChildProcess spawn(ChildCommand command) throws IOException {
        if (closed) throw new IOException("the run is being closed");
        ChildProcess started = ChildProcess.start(command, log);
        folder.remember(started.pid());
        return started;
    }

    private String awaitReady(ChildProcess started, long begin, Runnable answers) throws StartFailedException, InterruptedException {
        Probe probe = program.probe(started);
        long deadline = begin + program.patience().toNanos();
        String lastAnswer = "none";
        do {
            try {
                switch (probe.ask()) {
                    case Readiness.Ready(String product) -> {
                        answers.run();
                        return product;
                    }
                    case Readiness.Waiting(String why) -> {
                        answers.run();
                        if (!why.equals(lastAnswer)) report.starting(started.pid(), why);
                        lastAnswer = why;
                    }
                }
            } catch (IOException e) {
                lastAnswer = Objects.requireNonNullElse(e.getMessage(), e.toString());
            }
            if (started.awaitExit(ASK_EVERY)) throw Diagnosis.ended(name(), started.onExit().join(), started.lastLines());
        } while (System.nanoTime() < deadline);
        throw Diagnosis.tooSlow(name(), program.patience().toSeconds(), lastAnswer, started.lastLines());
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public boolean broker() {
        return program.broker();
    }

    @Override
    public long pid() {
        ChildProcess current = process;
        return current != null && current.alive() ? current.pid() : 0;
    }

    @Override
    public boolean alive() {
        return runs(process);
    }

    @Override
    public void kill() {
        ChildProcess current = process;
        if (current != null) current.kill();
    }

    @Override
    public void pause() {
        ChildProcess current = process;
        if (current == null || !current.alive()) return;
        current.pause();
        report.paused();
    }

    @Override
    public void resume() {
        ChildProcess current = process;
        if (current == null || !current.alive()) return;
        current.resume();
        report.resumed();
    }

    @Override
    public void restart() throws StartFailedException {
        try {
            starts.lockInterruptibly();
            try {
                ChildProcess current = process;
                report.starting(0, "restarting"); // its end is part of that, and no death
                if (current != null) current.terminate(endTakes);
                start(() -> {});
            } finally {
                starts.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(name(), "the start was interrupted", List.of(), "start it again", e);
        }
    }

    /// Ends it for good: asks first, unless `atOnce`, then kills. From any thread, also while it is being started.
    void close(boolean atOnce) {
        closing();
        if (process != null) process.terminate(atOnce ? Duration.ZERO : endTakes);
        if (companion != null) companion.kill();
        report.stopped();
    }

    /// Nothing is started any more, and its end is no surprise.
    synchronized void closing() {
        closed = true;
        report.closing();
    }

    private static boolean runs(@Nullable ChildProcess process) {
        return process != null && process.alive();
    }
}
