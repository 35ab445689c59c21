package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.program.Program;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells how one part stands: each change once, in the order in which they happen.
final class PartReport {
    private final Program program;
    private final InstantSource clock;
    private final Consumer<PartView> progress;
    private @Nullable PartPhase phase;
    private String product = "";
    private long pid;
    private Duration startup = Duration.ZERO;
    private boolean closing;
    private @Nullable PartView last;

    PartReport(Program program, InstantSource clock, Consumer<PartView> progress) {
        this.program = program;
        this.clock = clock;
        this.progress = progress;
    }

    /// Once more, for who begins to listen now.
    synchronized void again() {
        if (last != null) progress.accept(last);
    }

    synchronized void waiting() {
        tell(PartPhase.WAITING, "");
    }

    synchronized void starting(long newPid, String message) {
        pid = newPid;
        startup = Duration.ZERO;
        tell(PartPhase.STARTING, message);
    }

    synchronized void ready(String newProduct, Duration took) {
        product = newProduct;
        startup = took;
        tell(PartPhase.READY, program.note());
    }

    synchronized void failed(String why) {
        pid = 0;
        tell(PartPhase.FAILED, why);
    }

    synchronized void paused() {
        if (phase == PartPhase.READY) tell(PartPhase.PAUSED, "");
    }

    synchronized void resumed() {
        if (phase == PartPhase.PAUSED) tell(PartPhase.READY, program.note());
    }

    /// @param ended pid of the process that ended: it may have been followed by another one
    synchronized void dead(long ended, String how) {
        if (ended != pid || closing || phase == PartPhase.STARTING) return;
        pid = 0;
        tell(PartPhase.DEAD, how);
    }

    /// From now on its end is no surprise.
    synchronized void closing() {
        closing = true;
    }

    synchronized void stopped() {
        pid = 0;
        if (phase != PartPhase.FAILED) tell(PartPhase.STOPPED, "");
    }

    private void tell(PartPhase next, String message) {
        phase = next;
        PartView view = new PartView(program.name(), program.broker(), next, product, pid, clock.instant(), startup, message);
        last = view;
        progress.accept(view);
    }
}
