package dev.breakwater.contract;

/// Fields of an entry of the stream `payment-ledger`. All values are text.
public final class Ledger {
    public static final String ORDER_ID = "orderId";
    public static final String PAYMENT_ID = "paymentId";
    public static final String KIND = "kind";
    /// Positive, two decimals, whatever the kind.
    public static final String AMOUNT = "amount";

    /// Who has charged it, and since when (ms since 1970); only where orders come through a queue.
    public static final String BY = "by";
    public static final String STARTED_MILLIS = "startedMillis";

    public static final String CHARGE = "charge";
    public static final String REFUND = "refund";

    private Ledger() {}
}
