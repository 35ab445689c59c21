package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.model.fault.Target;
import java.io.IOException;

/// A fault of the process of a service or broker.
public interface ProcessFault extends Fault {
    Injection inject(FaultedProcess process) throws IOException, InterruptedException;

    @Override
    default Injection inject(Targets targets, Target target) throws IOException, InterruptedException {
        return inject(targets.process(target));
    }
}
