package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Hears what the parts report.
final class Recorder {
    private final List<PartView> views = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    synchronized void progress(PartView view) {
        views.add(view);
        notifyAll();
    }

    synchronized void log(String part, String line) {
        lines.add(part + ": " + line);
        notifyAll();
    }

    /// The phases of one part, each once, in order.
    synchronized List<PartPhase> phases(String part) {
        List<PartPhase> phases = new ArrayList<>();
        for (PartView view : views)
            if (view.name().equals(part) && (phases.isEmpty() || phases.getLast() != view.phase())) phases.add(view.phase());
        return phases;
    }

    synchronized PartView last(String part) {
        return views.reversed().stream().filter(view -> view.name().equals(part)).findFirst().orElseThrow();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /// Waits until the newest view of that part is so.
    synchronized PartView await(String part, Predicate<PartView> condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (views.stream().noneMatch(view -> view.name().equals(part)) || !condition.test(last(part))) {
            if (System.nanoTime() > deadline) throw new AssertionError(part + " did not become so: " + phases(part));
            wait(100);
        }
        return last(part);
    }
}
