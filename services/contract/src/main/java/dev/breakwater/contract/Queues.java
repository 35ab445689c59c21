package dev.breakwater.contract;

import java.util.Map;

/// Names of the RabbitMQ queues, and the arguments with which they are declared; all are durable.
public final class Queues {
    /// Finished orders, for the notification service; durable, persistent messages.
    public static final String NOTIFICATIONS = "notifications";

    /// Orders to be charged: JSON `{orderId, userId, amount, timestamp}`. Without arguments, or with [#DEAD_LETTERING].
    public static final String ORDER_PROCESSING = "order-processing";
    /// The same, with [#PRIORITIES]: urgent ones overtake.
    public static final String URGENT_ORDERS = "urgent-orders";
    /// Orders that were given up, with their history; bound to [#DEAD_LETTER_EXCHANGE] by its own name.
    public static final String FAILED_ORDERS = "failed-orders";
    /// Direct.
    public static final String DEAD_LETTER_EXCHANGE = "dlx";

    /// The argument that names where a queue sends dead letters.
    public static final String DEAD_LETTER_ARGUMENT = "x-dead-letter-exchange";

    /// What is rejected, and what has waited for five minutes, goes to `failed-orders`.
    public static final Map<String, Object> DEAD_LETTERING = Map.of(DEAD_LETTER_ARGUMENT, DEAD_LETTER_EXCHANGE,
            "x-dead-letter-routing-key", FAILED_ORDERS, "x-message-ttl", 300_000);

    public static final int HIGHEST_PRIORITY = 10;
    public static final Map<String, Object> PRIORITIES = Map.of("x-max-priority", HIGHEST_PRIORITY);
    /// Priority of an urgent order; others have 0.
    public static final int URGENT = 9;

    /// So often a message is tried again before it is given up.
    public static final int MAX_RETRIES = 3;
    /// P13: who wants an order paid, and where the reply is to go.
    public static final String PAYMENT_REQUESTS = "payment-requests";
    /// P13: how the payments ended that order-service had asked for.
    public static final String ORDER_PAYMENT_REPLIES = "order-payment-replies";

    private Queues() {}

    /// Where a message of `queue` waits before its retry: it expires there, and so goes back to `queue`. One queue for each retry, for
    /// messages leave a queue in the order in which they came, and later retries wait longer.
    ///
    /// @param retry 1 to [#MAX_RETRIES]
    public static String retry(String queue, int retry) {
        return queue + "-retry-" + retry;
    }

    /// The arguments of [#retry].
    public static Map<String, Object> retryArguments(String queue) {
        return Map.of(DEAD_LETTER_ARGUMENT, "", "x-dead-letter-routing-key", queue);
    }
}
