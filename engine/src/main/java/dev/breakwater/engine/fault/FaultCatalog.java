package dev.breakwater.engine.fault;

import java.util.List;

/// Every fault that there is: one line each.
public final class FaultCatalog {
    public static final List<FaultType> ALL = List.of(
            Latency.TYPE,
            Down.TYPE,
            ResetPeer.TYPE,
            Kill.TYPE,
            Pause.TYPE,
            Restart.TYPE);

    private FaultCatalog() {}

    /// The fault of that name; refuses one that there is not, with the nearest that there is.
    public static FaultType named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow(() -> new FaultRefusedException(
                "unknown fault %s%s".formatted(name, DidYouMean.hint(name, ALL.stream().map(FaultType::name).toList()))));
    }
}
