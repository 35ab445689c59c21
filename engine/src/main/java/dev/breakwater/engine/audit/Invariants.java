package dev.breakwater.engine.audit;

import java.util.List;

/// The names of what must hold, as in scenario files and reports.
public final class Invariants {
    /// A confirmed order was charged exactly once, and no order twice.
    public static final String PAID_ONCE = "paid-once";
    /// Stock is what it was at first, less what confirmed orders took.
    public static final String STOCK_ADDS_UP = "stock-adds-up";
    /// A cancelled order got back all that was charged.
    public static final String CANCELLED_COST_NOTHING = "cancelled-orders-cost-nothing";
    /// An order is confirmed or cancelled within a minute of its placing, or of the last heal.
    public static final String EVERY_ORDER_ENDS = "every-order-ends";
    /// The read model says of every order what its events say.
    public static final String READ_MODEL_EQUALS_EVENTS = "read-model-equals-events";

    /// The versions of each order's own events are 1, 2, 3 …, each once.
    public static final String VERSIONS_WITHOUT_GAP = "versions-without-gap";

    /// No user was created twice.
    public static final String USERS_CREATED_ONCE = "users-created-once";

    /// What a consumer group was given has been handled and acknowledged, whoever died in between.
    public static final String NOTHING_LEFT_PENDING = "nothing-left-pending";
    /// No client waited longer than [ClientCheck#LONGEST] for an answer, its own repetitions included.
    public static final String ANSWERED_IN_TIME = "answered-in-time";
    /// Every request of a client was accepted, if need be after some tries.
    public static final String EVERY_REQUEST_ACCEPTED = "every-request-accepted";

    /// Every order that was accepted into a queue is charged, or lies among the dead letters.
    public static final String EVERY_MESSAGE_ENDS = "every-message-ends";
    /// While an urgent order waited, no more others were charged than were in somebody's hands.
    public static final String URGENT_FIRST = "urgent-first";
    /// No worker was idle while an order waited that another one did later.
    public static final String WORK_IS_SHARED = "work-is-shared";

    /// Nobody who looks at the streams can read what they say.
    public static final String BODIES_ENCRYPTED = "bodies-encrypted";

    /// What is read from the users' events.
    static final List<String> OF_USERS = List.of(USERS_CREATED_ONCE, BODIES_ENCRYPTED);

    /// What is read of the orders that go through a queue.
    static final List<String> OF_QUEUED = List.of(EVERY_MESSAGE_ENDS, URGENT_FIRST, WORK_IS_SHARED);

    /// No request for payment waits for its reply any more, and every order that was charged is confirmed.
    public static final String EVERY_PAYMENT_ANSWERED = "every-payment-answered";

    /// No request was carried out that came with a token that is too old, forged, unsigned, or signed by another algorithm.
    public static final String INTRUDERS_REFUSED = "intruders-refused";

    /// The payment of an order is in the trace of the order.
    public static final String TRACES_CONNECTED = "traces-connected";

    /// What is read from the orders' events and the payment ledger.
    static final List<String> OF_ORDERS = List.of(PAID_ONCE, STOCK_ADDS_UP, CANCELLED_COST_NOTHING, EVERY_ORDER_ENDS,
            EVERY_PAYMENT_ANSWERED);

    public static final List<String> ALL = List.of(
            PAID_ONCE, STOCK_ADDS_UP, CANCELLED_COST_NOTHING, EVERY_ORDER_ENDS, READ_MODEL_EQUALS_EVENTS, VERSIONS_WITHOUT_GAP,
            USERS_CREATED_ONCE, NOTHING_LEFT_PENDING, ANSWERED_IN_TIME, EVERY_REQUEST_ACCEPTED, EVERY_MESSAGE_ENDS, URGENT_FIRST,
            WORK_IS_SHARED, BODIES_ENCRYPTED, EVERY_PAYMENT_ANSWERED, INTRUDERS_REFUSED, TRACES_CONNECTED);

    private Invariants() {}
}
