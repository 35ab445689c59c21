package dev.breakwater.engine.diagnostics;

import dev.breakwater.engine.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How much of a processor each process of the run has used since the last look, told as a figure. One thread.
public final class ProcessorSampler {
    /// Told by the lab itself, not by services.
    public static final String FIGURE = "Processor";
    private static final String UNIT = "% of one";

    private final Supplier<Map<String, Long>> processes;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final Map<Long, Used> last = new HashMap<>();

    /// What a process had used up to a moment.
    private record Used(Instant at, Duration processor) {}

    /// @param processes their ids by name, those that run now
    public ProcessorSampler(Supplier<Map<String, Long>> processes, InstantSource clock, Consumer<Fact> facts) {
        this.processes = processes;
        this.clock = clock;
        this.facts = facts;
    }

    public void round() {
        Map<Long, Used> before = new HashMap<>(last);
        last.clear();
        processes.get().forEach((name, pid) -> ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(processor -> {
                    Used now = new Used(clock.instant(), processor);
                    last.put(pid, now);
                    tell(name, before.get(pid), now);
                }));
    }

    private void tell(String part, @Nullable Used before, Used now) {
        if (before != null && now.at().isAfter(before.at())) {
            double share = (double) now.processor().minus(before.processor()).toNanos() / Duration.between(before.at(), now.at()).toNanos();
            facts.accept(new Fact.FigureObserved(now.at(), part, FIGURE, UNIT, part, 100 * share));
        }
    }
}
