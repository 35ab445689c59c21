package dev.breakwater.contract;

/// Values of `step` and `status` in the saga state, and of `status` of an order.
public final class SagaStates {
    public static final String STEP_PAYMENT_INITIATED = "payment_initiated";
    public static final String STEP_PAYMENT_COMPLETED = "payment_completed";
    public static final String STEP_PAYMENT_FAILED = "payment_failed";
    public static final String STEP_INVENTORY_RESERVED = "inventory_reserved";
    public static final String STEP_INVENTORY_REJECTED = "inventory_rejected";
    /// The payment is being refunded and the stock released, each as far as it is needed.
    public static final String STEP_COMPENSATING = "compensating";
    public static final String STEP_ORDER_CONFIRMED = "order_confirmed";
    public static final String STEP_ORDER_CANCELLED = "order_cancelled";

    public static final String ACTIVE = "active";
    public static final String COMPLETED = "completed";
    public static final String FAILED = "failed";
    public static final String COMPENSATED = "compensated";

    public static final String ORDER_PENDING = "pending";
    public static final String ORDER_CONFIRMED = "confirmed";
    public static final String ORDER_CANCELLED = "cancelled";
    /// Its payment was asked for, and declined.
    public static final String ORDER_PAYMENT_FAILED = "payment_failed";

    public static final String REASON_PAYMENT_FAILED = "payment_failed";
    public static final String REASON_INVENTORY_REJECTED = "inventory_rejected";
    public static final String REASON_TIMEOUT = "timeout";

    /// Someone asked for it: `POST /orders/{id}/cancel` without a reason of its own.
    public static final String REASON_REQUESTED = "requested";
    /// The payment was refunded, or the stock released, by someone else's command.
    public static final String REASON_PAYMENT_REFUNDED = "payment_refunded";
    public static final String REASON_INVENTORY_RELEASED = "inventory_released";

    /// Entries of `compensations`: what has been undone, in the order in which it was.
    public static final String REFUND_PAYMENT = "refund_payment";
    public static final String RELEASE_INVENTORY = "release_inventory";

    private SagaStates() {}
}
