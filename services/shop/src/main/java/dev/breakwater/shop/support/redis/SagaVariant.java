package dev.breakwater.shop.support.redis;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switches;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// How a service takes its part in sagas: [SwitchNames#SAGA] and [SwitchNames#SAGA_STYLE].
public final class SagaVariant {
    private final Supplier<String> variant;
    private final Supplier<String> style;

    /// With switches of its own; make one for each service.
    public SagaVariant(Switches switches) {
        this.variant = switches.words(SwitchNames.SAGA, SwitchNames.ROBUST, SwitchNames.NAIVE);
        this.style = switches.words(SwitchNames.SAGA_STYLE, SwitchNames.CHOREOGRAPHED, SwitchNames.ORCHESTRATED);
    }

    public boolean isNaive() {
        return variant.get().equals(SwitchNames.NAIVE);
    }

    /// Whether order-service sends the commands; else each service gives them to itself when it hears of what the others have done.
    public boolean isOrchestrated() {
        return style.get().equals(SwitchNames.ORCHESTRATED);
    }

    /// These handlers; naive, what they decide is written carelessly.
    public Map<String, EventHandler> of(Map<String, EventHandler> handlers) {
        return handlers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, handler -> event -> {
            Commit commit = handler.getValue().handle(event);
            return isNaive() ? commit.carelessly() : commit;
        }));
    }
}
