package dev.breakwater.contract;

import java.util.List;
import java.util.Map;

/// Switches on the control port. A value is a word or a whole number.
public final class SwitchNames {
    /// P2 and P3, order-service → user-service: `robust` (timeout and breaker) or `naive` (neither).
    public static final String SERVICE_CALL = "service-call";
    /// P14, order-service → user-service: `robust` (exponential back-off with jitter) or `naive` (at once).
    public static final String RETRY = "retry";
    /// P9: whether a consumer of a stream takes up what was delivered and never acknowledged, to itself before it died or to others:
    /// `robust` (it does) or `naive` (it reads what is new).
    public static final String RECOVERY = "recovery";
    /// How long sending a welcome e-mail takes.
    public static final String WELCOME_MILLIS = "welcome.millis";
    /// Whether a request that comes again with the same key is carried out once: `robust`, or again: `naive` (keys are not looked at).
    public static final String IDEMPOTENCE = "idempotence";
    public static final String NAIVE = "naive";
    public static final String ROBUST = "robust";

    /// P2: the most that validating a user may take, retries included.
    public static final String USER_CALL_TIMEOUT_MILLIS = "user-call.timeout-millis";

    /// P3: `percentage` or `count`; the two profiles share the call timeout.
    public static final String BREAKER_PROFILE = "breaker.profile";
    public static final String PERCENTAGE = "percentage";
    public static final String COUNT = "count";
    public static final String BREAKER_CALL_TIMEOUT_MILLIS = "breaker.call-timeout-millis";
    public static final String BREAKER_FAILURE_RATE_PERCENT = "breaker.failure-rate-percent";
    public static final String BREAKER_MINIMUM_CALLS = "breaker.minimum-calls";
    public static final String BREAKER_WINDOW_SECONDS = "breaker.window-seconds";
    public static final String BREAKER_OPEN_MILLIS = "breaker.open-millis";
    public static final String BREAKER_CONSECUTIVE_FAILURES = "breaker.consecutive-failures";
    public static final String BREAKER_RECOVERY_MILLIS = "breaker.recovery-millis";

    /// P12: how long a step of the saga may take before the order is cancelled.
    public static final String SAGA_STEP_TIMEOUT_MILLIS = "saga.step-timeout-millis";

    /// The switches that are numbers, and so can be knobs of a scenario.
    public static final List<String> NUMBERS = List.of(
            USER_CALL_TIMEOUT_MILLIS, BREAKER_CALL_TIMEOUT_MILLIS, BREAKER_FAILURE_RATE_PERCENT, BREAKER_MINIMUM_CALLS,
            BREAKER_WINDOW_SECONDS, BREAKER_OPEN_MILLIS, BREAKER_CONSECUTIVE_FAILURES, BREAKER_RECOVERY_MILLIS, SAGA_STEP_TIMEOUT_MILLIS,
            WELCOME_MILLIS);

    private static final List<String> VARIANTS = List.of(ROBUST, NAIVE);

    /// The switches that are words, with the words that each takes; features are not among them.
    public static final Map<String, List<String>> WORDS = Map.of(
            SERVICE_CALL, VARIANTS, RETRY, VARIANTS, IDEMPOTENCE, VARIANTS, RECOVERY, VARIANTS,
            BREAKER_PROFILE, List.of(PERCENTAGE, COUNT));

    private SwitchNames() {}
}
