package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.model.fault.Target;
import java.io.IOException;

/// A fault of a link: it strikes bytes and connections.
public interface LinkFault extends Fault {
    Injection inject(Link link) throws IOException;

    @Override
    default Injection inject(Targets targets, Target target) throws IOException {
        return inject(targets.link(target));
    }
}
