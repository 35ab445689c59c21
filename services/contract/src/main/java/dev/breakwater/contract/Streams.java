package dev.breakwater.contract;

import java.util.List;

/// Names of the Redis streams.
public final class Streams {
    public static final String USER_EVENTS = "user-events";
    public static final String ORDER_EVENTS = "order-events";
    public static final String ORDER_COMMANDS = "order-commands";
    public static final String PAYMENT_COMMANDS = "payment-commands";
    public static final String PAYMENT_EVENTS = "payment-events";
    public static final String INVENTORY_COMMANDS = "inventory-commands";
    public static final String INVENTORY_EVENTS = "inventory-events";

    /// Messages for RabbitMQ, written together with the state that they tell of; a relay carries them over.
    public static final String NOTIFICATION_OUTBOX = "notification-outbox";

    /// Requests for payment that are on their way to RabbitMQ, written together with what waits for their replies.
    public static final String PAYMENT_REQUEST_OUTBOX = "payment-request-outbox";

    /// Every movement of money, written in the same step as the payment itself: entry fields [Ledger]. Never trimmed.
    public static final String PAYMENT_LEDGER = "payment-ledger";

    /// These are read again from their beginning, when something is built anew from them. Entries of other streams go when every group
    /// has handled them.
    public static final List<String> READ_AGAIN = List.of(ORDER_EVENTS);

    /// The other streams are trimmed to about this many entries.
    public static final long MAX_LENGTH = 100_000;

    /// The streams of the order saga.
    public static final List<String> SAGA = List.of(
            ORDER_EVENTS, ORDER_COMMANDS, PAYMENT_COMMANDS, PAYMENT_EVENTS, INVENTORY_COMMANDS, INVENTORY_EVENTS);

    /// Stands for the streams of all orders, in telemetry and topologies.
    public static final String AGGREGATES = "aggregates";

    private Streams() {}

    /// The stream of one order's events.
    public static String aggregate(String orderId) {
        return "aggregate-" + orderId;
    }

    /// Where entries of `stream` end that no consumer could handle.
    public static String dead(String stream) {
        return stream + "-dead";
    }
}
