package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Locale;

/// Tells telemetry why a breaker changes its state, and how its window fills.
final class BreakerTold {
    private static final double ALL = 100.0;

    private final Telemetry telemetry;
    private final BreakerSettings settings;
    private String lastCalls = "";

    BreakerTold(Telemetry telemetry, BreakerSettings settings) {
        this.telemetry = telemetry;
        this.settings = settings;
    }

    void transition(CircuitBreaker breaker, State from, State to) {
        transition(breaker, from, to, reason(breaker, from, to));
    }

    void transition(CircuitBreaker breaker, State from, State to, String reason) {
        AttributesBuilder event = window(breaker)
                .put(Attributes.BREAKER_FROM, from.name())
                .put(Attributes.BREAKER_TO, to.name())
                .put(Attributes.BREAKER_REASON, reason);
        if (to == State.OPEN) {
            event.put(Attributes.BREAKER_OPEN_MILLIS, settings.open().toMillis());
        }
        telemetry.event(Attributes.EVENT_BREAKER_TRANSITION, event.build());
    }

    /// The window, if it is not what was told last.
    ///
    /// @param openMillisLeft 0 unless it is open
    synchronized void calls(CircuitBreaker breaker, long openMillisLeft) {
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        String calls = breaker.getState() + " " + metrics.getNumberOfBufferedCalls() + " " + metrics.getNumberOfFailedCalls();
        if (calls.equals(lastCalls) && openMillisLeft == 0) {
            return;
        }
        lastCalls = calls;
        AttributesBuilder event = window(breaker).put(Attributes.BREAKER_STATE, breaker.getState().name());
        if (openMillisLeft > 0) {
            event.put(Attributes.BREAKER_OPEN_MILLIS, openMillisLeft);
        }
        telemetry.event(Attributes.EVENT_BREAKER_CALLS, event.build());
    }

    private AttributesBuilder window(CircuitBreaker breaker) {
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        return io.opentelemetry.api.common.Attributes.builder()
                .put(Attributes.BREAKER_NAME, breaker.getName())
                .put(Attributes.BREAKER_CALLEE, breaker.getName())
                .put(Attributes.BREAKER_CALLS, metrics.getNumberOfBufferedCalls())
                .put(Attributes.BREAKER_FAILURES, metrics.getNumberOfFailedCalls())
                .put(Attributes.BREAKER_RATE, rate(metrics))
                .put(Attributes.BREAKER_THRESHOLD, (double) settings.thresholdPercent());
    }

    private static double rate(CircuitBreaker.Metrics metrics) {
        int calls = metrics.getNumberOfBufferedCalls();
        return calls == 0 ? 0 : ALL * metrics.getNumberOfFailedCalls() / calls;
    }

    private String reason(CircuitBreaker breaker, State from, State to) {
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        if (to == State.HALF_OPEN) {
            return "open for " + settings.open().toMillis() + " ms: one trial call may pass";
        }
        if (from == State.HALF_OPEN) {
            return to == State.CLOSED ? "the trial call succeeded" : "the trial call failed";
        }
        return String.format(Locale.ROOT, "%d of %d calls failed (%.0f %%) in the %s; the limit is %d %%",
                metrics.getNumberOfFailedCalls(), metrics.getNumberOfBufferedCalls(), rate(metrics), settings.window(),
                settings.thresholdPercent());
    }
}
