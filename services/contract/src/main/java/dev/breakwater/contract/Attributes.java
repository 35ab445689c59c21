package dev.breakwater.contract;

/// Telemetry attributes that OpenTelemetry's semantic conventions do not have.
/// Where they have a name (`http.*`, `rpc.*`, `messaging.*`, `db.*`, `peer.service`), that one is used.
public final class Attributes {
    /// Span of the placing of an order, with [#ORDER_ID] and [#ORDER_AMOUNT].
    public static final String SPAN_PROCESS_ORDER = "process_order";
    /// Span of its charging, in the same trace and below that one, with [#ORDER_ID] and [#PAYMENT_STATUS].
    public static final String SPAN_PROCESS_PAYMENT = "process_payment";
    public static final String ORDER_ID = "order.id";
    public static final String ORDER_AMOUNT = "order.amount";
    public static final String PAYMENT_STATUS = "payment.status";

    /// Body of the message, cut after [#BODY_CHARS] characters.
    public static final String BODY = "message.body";
    /// Headers or entry fields of the message: a JSON object of text values; secrets are left out.
    public static final String MESSAGE_HEADERS = "message.headers";
    public static final int BODY_CHARS = 4096;

    /// True on the span of a call that a circuit breaker refused.
    public static final String REFUSED = "breaker.refused";

    /// The name of a log event stands in `event.name` of the OTLP record.
    public static final String EVENT_SAGA_STEP = "saga.step";
    public static final String EVENT_BREAKER_TRANSITION = "breaker.transition";
    public static final String EVENT_BREAKER_CALLS = "breaker.calls";

    /// On `saga.step`, beside [#ORDER_ID]: the whole new state, and what the step was.
    public static final String SAGA_STEP = "saga.step";
    public static final String SAGA_STATUS = "saga.status";
    public static final String SAGA_STATE = "saga.state";
    public static final String SAGA_STATE_BEFORE = "saga.state.before";
    public static final String SAGA_REASON = "saga.reason";

    /// On `breaker.transition` and `breaker.calls`: CLOSED, OPEN, HALF_OPEN, and the window that decided.
    public static final String BREAKER_NAME = "breaker.name";
    public static final String BREAKER_CALLEE = "breaker.callee";
    public static final String BREAKER_FROM = "breaker.from";
    public static final String BREAKER_TO = "breaker.to";
    public static final String BREAKER_STATE = "breaker.state";
    public static final String BREAKER_REASON = "breaker.reason";
    public static final String BREAKER_CALLS = "breaker.window.calls";
    public static final String BREAKER_FAILURES = "breaker.window.failures";
    public static final String BREAKER_RATE = "breaker.window.failure_rate_percent";
    public static final String BREAKER_THRESHOLD = "breaker.threshold_percent";
    public static final String BREAKER_OPEN_MILLIS = "breaker.open_millis";

    /// One observation of what is special about a pattern: a log event with the name of a [Figure], its unit, what was observed
    /// (`priority 9`, `order-worker-2`), and the value.
    public static final String EVENT_FIGURE = "figure";
    public static final String FIGURE = "figure.name";
    public static final String FIGURE_UNIT = "figure.unit";
    public static final String FIGURE_LABEL = "figure.label";
    public static final String FIGURE_VALUE = "figure.value";

    private Attributes() {}
}
