package dev.breakwater.engine;

import dev.breakwater.engine.audit.Calm;
import dev.breakwater.engine.fault.FaultDesk;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Knows since when the run is undisturbed: every process ready and every fault healed.
final class PartWatch implements Calm {
    private final Map<String, PartView> parts = new ConcurrentHashMap<>();
    private volatile @Nullable FaultDesk desk;

    /// @param wanted false when it ends because it is not needed any more: then nobody waits for it
    void changed(PartView part, boolean wanted) {
        if (wanted) {
            parts.put(part.name(), part);
        } else {
            parts.remove(part.name());
        }
    }

    void watch(FaultDesk faults) {
        desk = faults;
    }

    boolean ready(String part) {
        PartView view = parts.get(part);
        return view != null && view.phase() == PartPhase.READY;
    }

    @Override
    public Instant since() {
        FaultDesk faults = desk;
        Instant parts = since(this.parts.values());
        Instant healed = faults == null ? Instant.MIN : sinceHealed(faults.faults());
        return parts.isAfter(healed) ? parts : healed;
    }

    private static Instant since(Collection<PartView> parts) {
        return parts.stream().map(part -> part.phase() == PartPhase.READY ? part.since() : Instant.MAX)
                .max(Instant::compareTo).orElse(Instant.MIN);
    }

    private static Instant sinceHealed(Collection<FaultView> faults) {
        return faults.stream().filter(fault -> fault.phase() != FaultPhase.FAILED)
                .map(fault -> fault.phase() == FaultPhase.HEALED ? fault.healedAt().orElse(Instant.MIN) : Instant.MAX)
                .max(Instant::compareTo).orElse(Instant.MIN);
    }
}
