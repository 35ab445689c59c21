package dev.breakwater.contract;

import static java.util.Map.entry;

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
    /// P5 to P8: how orders are sent through the queue and taken from it.
    public static final String PROCESSING = "processing";
    /// P17: whether the bodies of messages are encrypted: `robust` (they are) or `naive` (everybody can read them).
    public static final String ENCRYPTION = "encryption";
    /// P17: with which key: `right`, the one that everybody has, or `wrong`.
    public static final String ENCRYPTION_KEY = "encryption.key";
    public static final String RIGHT = "right";
    public static final String WRONG = "wrong";
    /// P10: how a command that saw a certain version appends to the order: `robust` (compares and appends in one step) or `naive`
    /// (compares first, then appends).
    public static final String APPEND = "append";
    /// P11: `robust` (commands write events, and order-projection folds them into the read model) or `naive` (commands write events, then
    /// the read model, and nothing is folded). Of order-service and of order-projection.
    public static final String READ_MODEL_WRITES = "read-model-writes";
    /// P12: how order-service, payment-service and inventory-service take their part in a saga: `robust`, or `naive` (no timeouts, what
    /// comes twice is done twice, state is read, changed and written back, messages and acknowledgement follow in steps of their own).
    public static final String SAGA = "saga";
    /// P12: who is in charge of a saga, of the same three services: nobody (`choreographed`: each reacts to the others' events), or
    /// order-service (`orchestrated`: it alone hears events, and sends the commands).
    public static final String SAGA_STYLE = "saga.style";
    public static final String CHOREOGRAPHED = "choreographed";
    public static final String ORCHESTRATED = "orchestrated";
    /// P13, order-service: the client is answered at once and the reply comes later: `robust`, or its request waits for the reply on a
    /// thread of its own, for as long as that takes: `naive`.
    public static final String ASYNC_REPLY = "async-reply";
    /// P13: how long a request waits for its reply.
    public static final String REPLY_EXPIRY_SECONDS = "reply.expiry-seconds";
    /// P16, every service: tokens are renewed and good for five minutes: `robust`, or a service has one token for ever and takes those of
    /// others however old they are: `naive`.
    public static final String SERVICE_TOKEN = "service-token";
    /// P15, every service: whether messages through brokers carry the trace of who sends them: `robust`, or they do not, and each consumer
    /// begins a trace of its own: `naive`.
    public static final String TRACE_CONTEXT = "trace-context";
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

    /// How many messages a consumer may have in its hands: the broker holds back the others. 0 is no limit.
    public static final String PREFETCH = "prefetch";
    /// How long charging an order takes: a time between the two, drawn from the run's seed.
    public static final String WORK_MIN_MILLIS = "work.min-millis";
    public static final String WORK_MAX_MILLIS = "work.max-millis";
    /// Share of tries at which the bank does not answer; drawn from the run's seed.
    public static final String WORK_FAILS_PERCENT = "work.fails-percent";
    /// P8: how often a message is tried again. P14: how often a call is.
    public static final String RETRIES = "retries";
    /// P8, P14: pause before the first retry; it doubles with each.
    public static final String RETRY_MILLIS = "retry.back-off-millis";
    /// How long a message may wait in its queue.
    public static final String MESSAGE_TTL_MILLIS = "message.ttl-millis";
    /// P6: which priority urgent orders have; the others have 0.
    public static final String URGENT_PRIORITY = "urgent.priority";
    /// P7: how many processes of the service run. Not the service itself but the lab does it.
    public static final String INSTANCES = "instances";
    /// P10: every so many events of an order a snapshot is kept; 0 = never.
    public static final String SNAPSHOT_INTERVAL = "snapshot.interval";

    /// P9: how many consumers a service has in its group.
    public static final String GROUP_MEMBERS = "group.members";
    /// P9: how many entries a consumer of a stream reads at once, at most.
    public static final String GROUP_BATCH = "group.batch";
    /// P9: how long a read waits for an entry, before the consumer looks at what else there is to do.
    public static final String GROUP_BLOCK_MILLIS = "group.block-millis";

    /// The switches that are numbers, and so can be knobs of a scenario.
    public static final List<String> NUMBERS = List.of(
            USER_CALL_TIMEOUT_MILLIS, BREAKER_CALL_TIMEOUT_MILLIS, BREAKER_FAILURE_RATE_PERCENT, BREAKER_MINIMUM_CALLS,
            BREAKER_WINDOW_SECONDS, BREAKER_OPEN_MILLIS, BREAKER_CONSECUTIVE_FAILURES, BREAKER_RECOVERY_MILLIS, SAGA_STEP_TIMEOUT_MILLIS,
            WELCOME_MILLIS, PREFETCH, WORK_MIN_MILLIS, WORK_MAX_MILLIS, WORK_FAILS_PERCENT, RETRIES, RETRY_MILLIS, MESSAGE_TTL_MILLIS,
            URGENT_PRIORITY, INSTANCES, SNAPSHOT_INTERVAL, REPLY_EXPIRY_SECONDS,
            GROUP_MEMBERS, GROUP_BATCH, GROUP_BLOCK_MILLIS);

    private static final List<String> VARIANTS = List.of(ROBUST, NAIVE);

    /// The switches that are words, with the words that each takes; features are not among them.
    public static final Map<String, List<String>> WORDS = Map.ofEntries(
            entry(SERVICE_CALL, VARIANTS), entry(RETRY, VARIANTS), entry(IDEMPOTENCE, VARIANTS), entry(RECOVERY, VARIANTS),
            entry(PROCESSING, VARIANTS), entry(ENCRYPTION, VARIANTS), entry(ENCRYPTION_KEY, List.of(RIGHT, WRONG)),
            entry(APPEND, VARIANTS), entry(READ_MODEL_WRITES, VARIANTS), entry(SAGA, VARIANTS),
            entry(SAGA_STYLE, List.of(CHOREOGRAPHED, ORCHESTRATED)),
            entry(ASYNC_REPLY, VARIANTS), entry(SERVICE_TOKEN, VARIANTS),
            entry(TRACE_CONTEXT, VARIANTS),
            entry(BREAKER_PROFILE, List.of(PERCENTAGE, COUNT)));

    private SwitchNames() {}
}
