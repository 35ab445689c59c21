package dev.breakwater.app.view.breaker;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.breaker.BreakerWindow;

/// What a breaker's figures mean, in words.
final class BreakerWords {
    private BreakerWords() {}

    /// Why it changed: what the service reported, and the figures that decided; when it reported nothing, what the change itself tells.
    static String why(Transition transition) {
        String reported = transition.reason().strip();
        return reported.isEmpty() ? derived(transition) : Character.toUpperCase(reported.charAt(0)) + reported.substring(1);
    }

    private static String derived(Transition transition) {
        BreakerWindow window = transition.window();
        return switch (transition.to()) {
            case OPEN -> transition.from() == BreakerPhase.HALF_OPEN
                    ? Words.of("breaker.trialFailed")
                    : Words.of("breaker.tripped", window.failures(), window.calls(), Figures.percent(window.failureRatePercent()),
                            Figures.percent(window.thresholdPercent()));
            case HALF_OPEN -> Words.of("breaker.waited");
            case CLOSED -> Words.of("breaker.recovered");
        };
    }

    /// `5 of 8 calls failed · 63 %, opens at 50 %`.
    static String window(BreakerWindow window) {
        if (window.calls() == 0) {
            return Words.of("breaker.noCalls");
        }
        return Words.of("breaker.window", window.failures(), window.calls(), Figures.percent(window.failureRatePercent()),
                Figures.percent(window.thresholdPercent()));
    }

    /// Whether the window's rate has reached the limit.
    static boolean over(BreakerWindow window) {
        return window.calls() > 0 && window.thresholdPercent() > 0 && window.failureRatePercent() >= window.thresholdPercent();
    }

    static String phase(BreakerPhase phase) {
        return phase.name().replace('_', ' ');
    }

    /// Name of the style class.
    static String style(BreakerPhase phase) {
        return switch (phase) {
            case CLOSED -> "closed";
            case OPEN -> "open";
            case HALF_OPEN -> "half-open";
        };
    }
}
