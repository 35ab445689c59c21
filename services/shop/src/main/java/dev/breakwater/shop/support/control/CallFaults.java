package dev.breakwater.shop.support.control;

import dev.breakwater.shop.support.json.Json;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/// The call faults that are active now, by their id.
public final class CallFaults {
    private final Map<String, CallFault> active = new ConcurrentHashMap<>();

    /// Waits as long as the delays say.
    ///
    /// @param endpoint the route that is called
    /// @return the status that an error fault wants instead of an answer
    public OptionalInt strike(String endpoint) throws InterruptedException {
        OptionalInt status = OptionalInt.empty();
        for (CallFault fault : active.values()) {
            if (!fault.strikes(endpoint)) {
                continue;
            }
            fault.hits().incrementAndGet();
            switch (fault.type()) {
                case DELAY -> Thread.sleep(fault.delay());
                case ERROR -> status = OptionalInt.of(fault.status());
            }
        }
        return status;
    }

    void add(CallFault fault) {
        active.put(fault.id(), fault);
    }

    /// @return false if it was not active
    boolean remove(String id) {
        return active.remove(id) != null;
    }

    ObjectNode list() {
        ObjectNode list = Json.object();
        var faults = list.putArray("faults");
        active.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(fault -> faults.add(fault.json()));
        return list;
    }
}
