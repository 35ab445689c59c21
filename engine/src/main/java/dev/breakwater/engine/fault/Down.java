package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.model.fault.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Cuts a link. A connection that is cut is a hit; connects that are refused meanwhile are not seen, so they are not counted.
public record Down() implements LinkFault {
    public static final FaultType TYPE = new FaultType("down", "Down", "closes the connections, refuses new ones",
            "Callers fail at once instead of waiting; watch retries, the breaker, and what was under way when the link was cut.",
            Set.of(TargetKind.LINK), List.of(), _ -> new Down());

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Injection inject(Link link) throws IOException {
        return link.down();
    }
}
