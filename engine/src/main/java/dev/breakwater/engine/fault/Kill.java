package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fault.TargetKind;
import java.util.List;
import java.util.Set;

/// Ends a process as `kill -9` does; healed, it starts anew on the same port and data.
public record Kill() implements ProcessFault {
    public static final FaultType TYPE = new FaultType("kill", "Kill", "kill -9; healing starts it again",
            "What was under way is cut off without a word; watch what is redelivered, what waits meanwhile, and that nothing is lost.",
            Set.of(TargetKind.SERVICE, TargetKind.BROKER), List.of(), _ -> new Kill());

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Injection inject(FaultedProcess process) throws InterruptedException {
        return process.kill();
    }
}
