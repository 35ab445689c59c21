package dev.breakwater.contract;

/// Fields of an entry of the stream `payment-ledger`. All values are text.
public final class Ledger {
    public static final String ORDER_ID = "orderId";
    public static final String PAYMENT_ID = "paymentId";
    public static final String KIND = "kind";
    /// Positive, two decimals, whatever the kind.
    public static final String AMOUNT = "amount";

    public static final String CHARGE = "charge";
    public static final String REFUND = "refund";

    private Ledger() {}
}
