package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fault.TargetKind;
import java.util.List;
import java.util.Set;

/// Ends a process and starts it again at once, also when it is dead or paused; healed when it is ready.
public record Restart() implements ProcessFault {
    public static final FaultType TYPE = new FaultType("restart", "Restart", "kill -9, and starts it again at once",
            "A short outage; watch how soon callers and consumers are back, and whether their retries come all at once.",
            Set.of(TargetKind.SERVICE, TargetKind.BROKER), List.of(), _ -> new Restart());

    @Override
    public String summary() {
        return "";
    }

    @Override
    public boolean healsAtOnce() {
        return true;
    }

    @Override
    public Injection inject(FaultedProcess process) throws InterruptedException {
        return process.restart();
    }
}
