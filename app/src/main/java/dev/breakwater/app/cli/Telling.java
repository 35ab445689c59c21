package dev.breakwater.app.cli;

import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.io.PrintWriter;
import java.time.Duration;

/// Shows a run on the terminal while it goes on: a table in place, or lines where there is no terminal.
final class Telling implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(250);
    private static final int ROUNDS_PER_COUNT = 20;

    private final LabCommands lab;
    private final Screen screen;
    private final Progress progress;
    private final boolean table;
    private final Thread thread;

    private Telling(LabCommands lab, PrintWriter out, boolean table) {
        this.lab = lab;
        this.screen = new Screen(out);
        this.progress = new Progress(out);
        this.table = table;
        this.thread = Thread.ofVirtual().name("telling").unstarted(this::run);
    }

    /// @param table whether to draw in place
    static Telling of(LabCommands lab, PrintWriter out, boolean table) {
        Telling telling = new Telling(lab, out, table);
        telling.thread.start();
        return telling;
    }

    private void run() {
        try {
            for (int round = 1; true; round++) {
                show(lab.snapshot(), round % ROUNDS_PER_COUNT == 0);
                Thread.sleep(PACE);
            }
        } catch (InterruptedException closed) {
            show(lab.snapshot(), false);
        }
    }

    private void show(RunSnapshot run, boolean count) {
        if (table) {
            screen.draw(LiveTable.lines(run, Screen.columns(), Screen.rows()));
            return;
        }
        progress.tell(run);
        if (count && run.phase() == RunPhase.RUNNING) {
            progress.count(run);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
