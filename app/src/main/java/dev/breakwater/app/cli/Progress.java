package dev.breakwater.app.cli;

import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/// Tells a run in single lines, each time that something changed: for logs and pipes.
final class Progress {
    private final PrintWriter out;
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();
    private String phase = "";

    Progress(PrintWriter out) {
        this.out = out;
    }

    void tell(RunSnapshot run) {
        if (!LiveTable.phase(run).equals(phase)) {
            phase = LiveTable.phase(run);
            out.println("%s: %s".formatted(run.title(), phase));
        }
        for (PartView part : run.parts()) {
            String line = LiveTable.part(part);
            if (!line.equals(parts.put(part.name(), line))) {
                out.println(line);
            }
        }
        run.faults().forEach(fault -> {
            String line = "%s %s: %s %s".formatted(fault.fault(), fault.target(), fault.phase(), fault.message());
            if (!line.equals(faults.put(fault.id(), line))) {
                out.println(line);
            }
        });
        out.flush();
    }

    /// How the orders stand; called now and then.
    void count(RunSnapshot run) {
        LiveTable.orders(run).forEach(out::println);
        out.flush();
    }
}
