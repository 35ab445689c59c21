package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.PartChanged;
import dev.breakwater.engine.model.run.PartView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The processes of the run, in the order in which they were first told.
final class PartFold {
    static final int LIMIT = 256;

    private final Map<String, PartChanged> parts = new LinkedHashMap<>();
    private List<PartView> view = List.of();
    private boolean stale;

    /// What is older than what is known is left; false when there was no room.
    boolean apply(PartChanged changed) {
        PartChanged known = parts.get(changed.part().name());
        if (known == null && parts.size() >= LIMIT) {
            return false;
        }
        if (known == null || !changed.at().isBefore(known.at())) {
            parts.put(changed.part().name(), changed);
            stale = true;
        }
        return true;
    }

    List<PartView> view() {
        if (stale) {
            stale = false;
            view = parts.values().stream().map(PartChanged::part).collect(Collectors.toUnmodifiableList());
        }
        return view;
    }
}
