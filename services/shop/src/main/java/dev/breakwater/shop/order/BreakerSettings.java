package dev.breakwater.shop.order;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The two profiles of the breaker, with their numbers on switches.
final class BreakerSettings {
    private static final int MINUTE_MILLIS = 60_000;
    private static final int HOUR_MILLIS = 60 * MINUTE_MILLIS;

    private final Switch<String> profile;
    private final Switch<Integer> callTimeoutMillis;
    private final Switch<Integer> failureRatePercent;
    private final Switch<Integer> minimumCalls;
    private final Switch<Integer> windowSeconds;
    private final Switch<Integer> openMillis;
    private final Switch<Integer> consecutiveFailures;
    private final Switch<Integer> recoveryMillis;

    BreakerSettings(Switches switches) {
        this.profile = switches.words(SwitchNames.BREAKER_PROFILE, SwitchNames.PERCENTAGE, SwitchNames.COUNT);
        this.callTimeoutMillis = switches.number(SwitchNames.BREAKER_CALL_TIMEOUT_MILLIS, 3000, 1, MINUTE_MILLIS);
        this.failureRatePercent = switches.number(SwitchNames.BREAKER_FAILURE_RATE_PERCENT, 50, 1, 100);
        this.minimumCalls = switches.number(SwitchNames.BREAKER_MINIMUM_CALLS, 5, 1, 10_000);
        this.windowSeconds = switches.number(SwitchNames.BREAKER_WINDOW_SECONDS, 10, 1, 600);
        this.openMillis = switches.number(SwitchNames.BREAKER_OPEN_MILLIS, 30_000, 1, HOUR_MILLIS);
        this.consecutiveFailures = switches.number(SwitchNames.BREAKER_CONSECUTIVE_FAILURES, 5, 1, 10_000);
        this.recoveryMillis = switches.number(SwitchNames.BREAKER_RECOVERY_MILLIS, MINUTE_MILLIS, 1, HOUR_MILLIS);
    }

    /// All values, to compare with those of another moment.
    List<Object> values() {
        return Stream.of(profile, callTimeoutMillis, failureRatePercent, minimumCalls, windowSeconds, openMillis, consecutiveFailures,
                recoveryMillis).<Object>map(Switch::get).toList();
    }

    Duration callTimeout() {
        return Duration.ofMillis(callTimeoutMillis.get());
    }

    private boolean counts() {
        return profile.get().equals(SwitchNames.COUNT);
    }

    /// How long it stays open.
    Duration open() {
        return Duration.ofMillis(counts() ? recoveryMillis.get() : openMillis.get());
    }

    /// Above which failure rate it opens; a count of consecutive failures is a rate of 100 % in a window of that many calls.
    int thresholdPercent() {
        return counts() ? 100 : failureRatePercent.get();
    }

    String window() {
        return counts() ? "last " + consecutiveFailures.get() + " calls" : "last " + windowSeconds.get() + " s";
    }

    CircuitBreakerConfig config() {
        CircuitBreakerConfig.Builder config = CircuitBreakerConfig.custom()
                .failureRateThreshold(thresholdPercent())
                .waitDurationInOpenState(open())
                .permittedNumberOfCallsInHalfOpenState(1);
        return counts()
                ? config.slidingWindow(consecutiveFailures.get(), consecutiveFailures.get(), SlidingWindowType.COUNT_BASED).build()
                : config.slidingWindow(windowSeconds.get(), minimumCalls.get(), SlidingWindowType.TIME_BASED).build();
    }
}
