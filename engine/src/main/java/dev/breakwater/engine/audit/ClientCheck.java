package dev.breakwater.engine.audit;

import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import java.time.Duration;
import java.util.List;

/// What the clients have seen: how long they waited, and whether they were served.
final class ClientCheck {
    /// A second more than the timeout of the longest call that a client's request leads to.
    static final Duration LONGEST = Duration.ofSeconds(6);
    private static final double NANOS_OF_SECOND = 1e9;

    private ClientCheck() {}

    static List<InvariantView> views(LoadView load) {
        boolean inTime = load.maxNanos() <= LONGEST.toNanos();
        return List.of(
                new InvariantView(Invariants.ANSWERED_IN_TIME, inTime, "the longest wait was %.1f s, the limit is %d s".formatted(
                        load.maxNanos() / NANOS_OF_SECOND, LONGEST.toSeconds())),
                new InvariantView(Invariants.EVERY_REQUEST_ACCEPTED, load.refused() == 0, "%d of %d requests were not accepted".formatted(
                        load.refused(), load.accepted() + load.refused())));
    }
}
