package dev.breakwater.engine.fault;

import dev.breakwater.engine.link.Injection;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.model.fault.TargetKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Delays every chunk, both ways, by `delay` ± `jitter`, uniformly drawn from the run's seed.
public record Latency(Duration delay, Duration jitter) implements LinkFault {
    private static final Setting DELAY = new Setting("delay", "Delay", "ms", 0, 60_000, 800, "added to every chunk, each way");
    private static final Setting JITTER = new Setting("jitter", "Jitter", "ms", 0, 60_000, 0,
            "the delay varies by up to this, evenly; at most the delay");

    public static final FaultType TYPE = new FaultType("latency", "Latency", "delays both ways, with jitter",
            "Calls over this link slow down by twice the delay; watch which callers wait, which time out, and which breaker opens.",
            Set.of(TargetKind.LINK), List.of(DELAY, JITTER), set -> new Latency(set.millis(DELAY), set.millis(JITTER)));

    public Latency {
        if (jitter.compareTo(delay) > 0) {
            throw new IllegalArgumentException(
                    "jitter: need at most the delay, %d ms, got %d ms".formatted(delay.toMillis(), jitter.toMillis()));
        }
    }

    @Override
    public String summary() {
        return jitter.isZero() ? "%d ms".formatted(delay.toMillis()) : "%d ± %d ms".formatted(delay.toMillis(), jitter.toMillis());
    }

    @Override
    public Injection inject(Link link) throws IOException {
        long middle = delay.toNanos();
        long spread = jitter.toNanos();
        return link.delay(random -> middle + random.nextLong(-spread, spread + 1));
    }
}
