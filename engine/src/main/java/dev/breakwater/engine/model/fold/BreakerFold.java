package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.fact.Fact.BreakerChanged;
import dev.breakwater.engine.model.fact.Fact.BreakerCounted;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Circuit breakers: what they report of themselves, and how many calls the spans say that they refused.
final class BreakerFold {
    static final int LIMIT = 256;

    private record Way(String caller, String callee) {}

    private record Key(String name, Way way) {}

    private final Map<Key, Breaker> breakers = new LinkedHashMap<>();
    private final Map<Way, Long> refused = new HashMap<>();
    private List<BreakerView> view = List.of();
    private boolean changed;

    /// False when there was no room for another breaker.
    boolean apply(BreakerChanged told) {
        Breaker breaker = breaker(told.name(), told.caller(), told.callee());
        if (breaker != null) {
            breaker.apply(told);
        }
        return breaker != null;
    }

    boolean apply(BreakerCounted told) {
        Breaker breaker = breaker(told.name(), told.caller(), told.callee());
        if (breaker != null) {
            breaker.apply(told);
        }
        return breaker != null;
    }

    void apply(SpanFinished span) {
        Way way = new Way(span.service(), span.peer());
        if (span.outcome() == Outcome.REFUSED && (refused.containsKey(way) || refused.size() < LIMIT)) {
            refused.merge(way, 1L, Long::sum);
            changed = true;
        }
    }

    List<BreakerView> view() {
        if (changed) {
            changed = false;
            view = breakers.entrySet().stream()
                    .map(each -> each.getValue().view(each.getKey().name(), refused.getOrDefault(each.getKey().way(), 0L)))
                    .collect(Collectors.toUnmodifiableList());
        }
        return view;
    }

    private @Nullable Breaker breaker(String name, String caller, String callee) {
        changed = true;
        Key key = new Key(name, new Way(caller, callee));
        if (!breakers.containsKey(key) && breakers.size() >= LIMIT) {
            return null;
        }
        return breakers.computeIfAbsent(key, fresh -> new Breaker(caller, callee));
    }
}
