package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.model.fault.TargetKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Resets (TCP RST) every connection `timeout` after it was opened, and the open ones `timeout` from now.
public record ResetPeer(Duration timeout) implements LinkFault {
    private static final Setting TIMEOUT = new Setting("timeout", "After", "ms", 0, 60_000, 0,
            "how long a connection lives; 0 resets it at once");

    public static final FaultType TYPE = new FaultType("reset_peer", "Reset peer", "resets every connection (TCP RST)",
            "Callers see \"connection reset\" and do not know whether their call was carried out; watch that nothing happens twice.",
            Set.of(TargetKind.LINK), List.of(TIMEOUT), set -> new ResetPeer(set.millis(TIMEOUT)));

    @Override
    public String summary() {
        return timeout.isZero() ? "" : "after %d ms".formatted(timeout.toMillis());
    }

    @Override
    public Injection inject(Link link) throws IOException {
        return link.reset(timeout);
    }
}
