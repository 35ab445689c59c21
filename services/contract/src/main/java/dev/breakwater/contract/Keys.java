package dev.breakwater.contract;

/// Names of the Redis keys.
public final class Keys {
    /// Sorted set: order ids by the time (ms since 1970) at which the current step of their saga is late.
    public static final String SAGA_DEADLINES = "saga-deadlines";

    /// What every key of [#pending] begins with.
    public static final String PENDING = "pending:";

    private Keys() {}

    /// Saga state: JSON `{orderId, step, status, compensations[]}`.
    public static String saga(String orderId) {
        return "saga:" + orderId;
    }

    /// A request for payment that waits for its reply: JSON `{orderId, status, timestamp}`; it expires.
    public static String pending(String correlationId) {
        return PENDING + correlationId;
    }

    /// The correlation id of the last request to charge an order. Kept when that has expired: it may be charged all the same.
    public static String paymentAsked(String orderId) {
        return "payment-asked:" + orderId;
    }

    /// The e-mail address of a user, as notification-service heard of it last.
    public static String address(String userId) {
        return "address:" + userId;
    }

    /// A user: JSON `{id, name, email}`.
    public static String user(String userId) {
        return "user:" + userId;
    }

    /// A payment: JSON `{paymentId, orderId, amount, status, error, processedAt}`.
    public static String payment(String orderId) {
        return "payment:" + orderId;
    }

    /// The order id of a payment.
    public static String paymentId(String paymentId) {
        return "payment-id:" + paymentId;
    }

    /// Units in stock of one product: an integer.
    public static String stock(String productId) {
        return "stock:" + productId;
    }

    /// Snapshots of one order: a hash, version → JSON of the order as of that version, and `entryId`, the entry of its last event.
    public static String snapshots(String orderId) {
        return "snapshots:" + orderId;
    }

    /// What is reserved for one order: JSON `{orderId, status, items}`.
    public static String reservation(String orderId) {
        return "reservation:" + orderId;
    }

    /// Set when `group` has handled the event, where no other state tells.
    public static String handled(String group, String eventId) {
        return "handled:" + group + ":" + eventId;
    }

    /// The answer that was given to a request with this idempotency key.
    public static String idempotency(String service, String key) {
        return "idempotency:" + service + ":" + key;
    }
}
