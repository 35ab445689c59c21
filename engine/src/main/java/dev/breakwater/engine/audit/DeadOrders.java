package dev.breakwater.engine.audit;

import java.io.IOException;
import java.util.List;

/// Orders that were given up and put aside, as the broker knows them now.
@FunctionalInterface
public interface DeadOrders {
    /// Their ids, the oldest first.
    List<String> read() throws IOException;
}
