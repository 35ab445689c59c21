package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.FaultChanged;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Faults in the order in which they were asked for. When there are too many, those that are over go first.
final class FaultFold {
    static final int LIMIT = 200;

    private final LinkedHashMap<String, FaultChanged> faults = new LinkedHashMap<>();
    private List<FaultView> view = List.of();
    private boolean stale;

    void apply(FaultChanged changed) {
        FaultChanged known = faults.get(changed.fault().id());
        if (known != null && changed.at().isBefore(known.at())) {
            return;
        }
        faults.put(changed.fault().id(), changed);
        if (faults.size() > LIMIT) {
            makeRoom();
        }
        stale = true;
    }

    List<FaultView> view() {
        if (stale) {
            stale = false;
            view = faults.values().stream().map(FaultChanged::fault).collect(Collectors.toUnmodifiableList());
        }
        return view;
    }

    private void makeRoom() {
        Iterator<FaultChanged> oldestFirst = faults.values().iterator();
        while (oldestFirst.hasNext()) {
            FaultPhase phase = oldestFirst.next().fault().phase();
            if (phase == FaultPhase.HEALED || phase == FaultPhase.FAILED) {
                oldestFirst.remove();
                return;
            }
        }
        faults.pollFirstEntry();
    }
}
