package dev.breakwater.shop.order;

/// What a step of a saga sets going.
enum SagaAction {
    /// The order is confirmed.
    CONFIRM,
    /// The order is cancelled: everything is undone.
    CANCEL,
    /// Command CancelOrder, to ourselves: everything is undone now, or was never done.
    SEND_CANCEL_ORDER,
    /// Command ReserveInventory; where nobody is in charge, inventory-service gives it to itself.
    SEND_RESERVE_INVENTORY,
    /// Command RefundPayment.
    SEND_REFUND_PAYMENT,
    /// Command ReleaseInventory.
    SEND_RELEASE_INVENTORY
}
