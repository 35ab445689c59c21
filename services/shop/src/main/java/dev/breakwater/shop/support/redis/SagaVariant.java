package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switches;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// How a service takes its part in sagas: [SwitchNames#SAGA].
public final class SagaVariant {
    private final Supplier<String> variant;

    /// With a switch of its own; make one for each service.
    public SagaVariant(Switches switches) {
        this.variant = switches.words(SwitchNames.SAGA, SwitchNames.ROBUST, SwitchNames.NAIVE);
    }

    public boolean isNaive() {
        return variant.get().equals(SwitchNames.NAIVE);
    }

    /// These handlers; naive, what they decide is written carelessly.
    public Map<String, EventHandler> of(Map<String, EventHandler> handlers) {
        return handlers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, handler -> event -> {
            Commit commit = handler.getValue().handle(event);
            return isNaive() ? commit.carelessly() : commit;
        }));
    }
}
