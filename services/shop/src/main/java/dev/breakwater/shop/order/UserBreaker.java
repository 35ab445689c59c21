package dev.breakwater.shop.order;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// The circuit breaker before user-service. New settings take effect with a new, closed breaker.
final class UserBreaker {
    private final String name;
    private final BreakerSettings settings;
    private final BreakerTold told;
    private List<Object> used = List.of();
    private volatile CircuitBreaker breaker;
    private volatile long openUntilNanos;

    UserBreaker(String name, BreakerSettings settings, BreakerTold told) {
        this.name = name;
        this.settings = settings;
        this.told = told;
        this.breaker = make();
    }

    private CircuitBreaker make() {
        used = settings.values();
        CircuitBreaker made = CircuitBreaker.of(name, settings.config());
        made.getEventPublisher().onStateTransition(event -> {
            if (breaker != made) {
                return; // a call that began before there was another breaker
            }
            State to = event.getStateTransition().getToState();
            if (to == State.OPEN) {
                openUntilNanos = System.nanoTime() + settings.open().toNanos();
            }
            told.transition(made, event.getStateTransition().getFromState(), to);
        });
        return made;
    }

    /// @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException if it refuses the call
    <T> T call(Callable<T> call) throws Exception {
        return breaker.executeCallable(call);
    }

    Duration callTimeout() {
        return settings.callTimeout();
    }

    /// Until the first trial call may pass; zero if it is not open.
    Duration openLeft() {
        long nanos = openUntilNanos - System.nanoTime();
        return breaker.getState() == State.OPEN && nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    /// Heeds the settings, if they are others than those of the breaker in use.
    synchronized void settingsChanged() {
        if (!settings.values().equals(used)) {
            anew("the settings were changed");
        }
    }

    /// Begins with a closed breaker that knows of no call.
    synchronized void close() {
        anew("the service begins anew");
    }

    private void anew(String reason) {
        CircuitBreaker old = breaker;
        breaker = make();
        if (old.getState() != State.CLOSED) {
            told.transition(breaker, old.getState(), State.CLOSED, reason);
        }
    }

    void tellCalls() {
        told.calls(breaker, openLeft().toMillis());
    }
}
