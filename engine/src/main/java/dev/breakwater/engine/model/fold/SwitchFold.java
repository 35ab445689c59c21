package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.SwitchSet;
import dev.breakwater.engine.model.run.SwitchView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The switches of the run's services, in the order in which they were first told.
final class SwitchFold {
    static final int LIMIT = 512;

    private final Map<String, SwitchSet> switches = new LinkedHashMap<>();
    private List<SwitchView> view = List.of();
    private boolean stale;

    /// What is older than what is known is left; false when there was no room.
    boolean apply(SwitchSet told) {
        String key = told.service() + " " + told.name();
        SwitchSet known = switches.get(key);
        if (known == null && switches.size() >= LIMIT) {
            return false;
        }
        if (known == null || !told.at().isBefore(known.at())) {
            switches.put(key, told);
            stale = true;
        }
        return true;
    }

    List<SwitchView> view() {
        if (stale) {
            stale = false;
            view = switches.values().stream().map(told -> new SwitchView(told.service(), told.name(), told.value(), told.refusal()))
                    .collect(Collectors.toUnmodifiableList());
        }
        return view;
    }
}
