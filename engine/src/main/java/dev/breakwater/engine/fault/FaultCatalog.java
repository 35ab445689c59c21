package dev.breakwater.engine.fault;

import java.util.List;

/// Every fault that there is: one line each.
public final class FaultCatalog {
    public static final List<FaultType> ALL = List.of();

    private FaultCatalog() {}
}
