package dev.breakwater.app.view.breaker;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A stretch of time in which a breaker did not change its state (epoch seconds).
public record StateSpan(BreakerPhase phase, double fromSecond, double toSecond) {

    /// The states between the two times, oldest first, without gaps.
    static List<StateSpan> of(BreakerView breaker, double from, double to) {
        List<StateSpan> spans = new ArrayList<>();
        BreakerPhase phase = breaker.transitions().isEmpty() ? breaker.phase() : breaker.transitions().getFirst().from();
        double since = from;
        for (Transition transition : breaker.transitions()) {
            double at = Math.min(seconds(transition.at()), to);
            if (at > since) {
                spans.add(new StateSpan(phase, since, at));
                since = at;
            }
            phase = transition.to();
        }
        if (to > since) {
            spans.add(new StateSpan(phase, since, to));
        }
        return List.copyOf(spans);
    }

    static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }
}
