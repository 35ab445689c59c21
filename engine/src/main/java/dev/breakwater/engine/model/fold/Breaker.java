package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.fact.Fact.BreakerChanged;
import dev.breakwater.engine.model.fact.Fact.BreakerCounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One breaker. Transitions stand in the order of their times, whatever the order in which they were told, and each once.
final class Breaker {
    static final int TRANSITION_LIMIT = 200;

    private final String caller;
    private final String callee;
    private final List<Transition> transitions = new ArrayList<>();
    private final Newest<BreakerPhase> phase = new Newest<>(BreakerPhase.CLOSED);
    private final Newest<BreakerWindow> window = new Newest<>(BreakerWindow.EMPTY);
    private final Newest<Optional<Instant>> openUntil = new Newest<>(Optional.empty());

    Breaker(String caller, String callee) {
        this.caller = caller;
        this.callee = callee;
    }

    void apply(BreakerChanged told) {
        Transition transition = new Transition(told.at(), told.from(), told.to(), told.reason(), told.window());
        if (transitions.contains(transition)) {
            return;
        }
        int place = transitions.size();
        while (place > 0 && transitions.get(place - 1).at().isAfter(told.at())) {
            place--;
        }
        transitions.add(place, transition);
        if (transitions.size() > TRANSITION_LIMIT) {
            transitions.removeFirst();
        }
        phase.offer(told.at(), told.to());
        window.offer(told.at(), told.window());
        boolean open = told.to() == BreakerPhase.OPEN;
        openUntil.offer(told.at(), open ? Optional.of(told.at().plus(told.openFor())) : Optional.empty());
    }

    /// A count corrects the phase too: the transition may have been lost.
    void apply(BreakerCounted told) {
        window.offer(told.at(), told.window());
        phase.offer(told.at(), told.phase());
        if (told.phase() != BreakerPhase.OPEN) {
            openUntil.offer(told.at(), Optional.empty());
        }
    }

    BreakerView view(String name, long refused) {
        return new BreakerView(name, caller, callee, phase.value(), window.value(), openUntil.value(), refused, transitions);
    }
}
