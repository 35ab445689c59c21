package dev.breakwater.shop.order;

/// What an order's saga hears of.
sealed interface SagaEvent {
    record PaymentCompleted() implements SagaEvent {}

    /// Declined: nothing was charged.
    record PaymentFailed() implements SagaEvent {}

    /// Whatever had been charged is given back, and nothing will be charged any more.
    record PaymentRefunded() implements SagaEvent {}

    record InventoryReserved() implements SagaEvent {}

    /// Nothing was taken.
    record InventoryRejected() implements SagaEvent {}

    /// Whatever had been taken is put back, and nothing will be taken any more.
    record InventoryReleased() implements SagaEvent {}

    /// The command CancelOrder.
    record CancelOrder(String reason) implements SagaEvent {}

    /// The current step has taken too long.
    record StepTimedOut() implements SagaEvent {}
}
