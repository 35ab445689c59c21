package dev.breakwater.contract;

import java.util.Set;

/// P13: fields and words of the request for a payment, of its reply, and of what waits for it. Amounts are numbers, ids are texts.
public final class PaymentMessages {
    public static final String ORDER_ID = "orderId";
    public static final String AMOUNT = "amount";
    /// A UUID; the same in the request, its reply and the key [Keys#pending].
    public static final String CORRELATION_ID = "correlationId";
    /// Name of the queue that the reply is to go to.
    public static final String REPLY_TO = "replyTo";
    /// An object with [#SUCCESS], [#PAYMENT_ID] and, when it was declined, [#ERROR].
    public static final String PAYMENT_RESULT = "paymentResult";
    public static final String SUCCESS = "success";
    public static final String PAYMENT_ID = "paymentId";
    public static final String ERROR = "error";

    public static final String STATUS = "status";
    /// What a client hears at once.
    public static final String PROCESSING = "processing";
    /// Of a request that waits for its reply.
    public static final String WAITING_PAYMENT = "waiting_payment";
    public static final String TIMESTAMP = "timestamp";

    /// Types of the messages that clients are pushed in the end.
    public static final String TYPE = "type";
    public static final String TYPE_CONFIRMED = "order_confirmed";
    public static final String TYPE_PAYMENT_FAILED = "payment_failed";
    public static final String TYPE_CANCELLED = "order_cancelled";
    public static final Set<String> TYPES = Set.of(TYPE_CONFIRMED, TYPE_PAYMENT_FAILED, TYPE_CANCELLED);

    private PaymentMessages() {}
}
