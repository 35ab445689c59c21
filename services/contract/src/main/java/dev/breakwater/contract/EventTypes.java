package dev.breakwater.contract;

/// Values of the field `eventType`.
public final class EventTypes {
    public static final String USER_CREATED = "UserCreated";
    public static final String USER_UPDATED = "UserUpdated";
    public static final String ORDER_CREATED = "OrderCreated";
    public static final String ORDER_CONFIRMED = "OrderConfirmed";
    public static final String ORDER_CANCELLED = "OrderCancelled";
    /// Only on an aggregate: somebody wants the order cancelled; its status changes when all is undone.
    public static final String ORDER_CANCELLATION_REQUESTED = "OrderCancellationRequested";
    /// Of the outbox alone: an order is to be paid.
    public static final String PAYMENT_REQUESTED = "PaymentRequested";
    public static final String CANCEL_ORDER = "CancelOrder";
    public static final String INITIATE_PAYMENT = "InitiatePayment";
    public static final String REFUND_PAYMENT = "RefundPayment";
    public static final String PAYMENT_COMPLETED = "PaymentCompleted";
    /// On payment-events: it was declined. On an aggregate and order-events: the order stays unpaid for good.
    public static final String PAYMENT_FAILED = "PaymentFailed";
    public static final String PAYMENT_REFUNDED = "PaymentRefunded";
    public static final String RESERVE_INVENTORY = "ReserveInventory";
    public static final String RELEASE_INVENTORY = "ReleaseInventory";
    public static final String INVENTORY_RESERVED = "InventoryReserved";
    public static final String INVENTORY_REJECTED = "InventoryRejected";
    public static final String INVENTORY_RELEASED = "InventoryReleased";

    private EventTypes() {}
}
