package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fault.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Stops a process where it is (SIGSTOP): its connections stay open, and nothing is answered.
public record Pause() implements ProcessFault {
    public static final FaultType TYPE = new FaultType("pause", "Pause", "stops it; connections stay open, nothing answers",
            "Nothing fails, all just waits; watch which timeouts end the waiting, and what a late answer does after the heal.",
            Set.of(TargetKind.SERVICE, TargetKind.BROKER), List.of(), _ -> new Pause());

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Injection inject(FaultedProcess process) throws IOException, InterruptedException {
        return process.pause();
    }
}
