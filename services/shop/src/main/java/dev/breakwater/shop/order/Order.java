package dev.breakwater.shop.order;

import dev.breakwater.contract.EventTypes;
import dev.breakwater.contract.SagaStates;
import java.util.List;

/// An order as its events tell it.
///
/// @param version of the last event; 0 if there is none
record Order(String status, long version) {
    private static final Order NONE = new Order("", 0);

    /// @param events from version 1 on
    static Order of(List<AggregateEvent> events) {
        Order order = NONE;
        for (AggregateEvent event : events) {
            order = order.after(event);
        }
        return order;
    }

    boolean exists() {
        return version > 0;
    }

    private Order after(AggregateEvent event) {
        return new Order(switch (event.type()) {
            case EventTypes.ORDER_CREATED -> SagaStates.ORDER_PENDING;
            case EventTypes.ORDER_CONFIRMED -> SagaStates.ORDER_CONFIRMED;
            case EventTypes.PAYMENT_FAILED -> SagaStates.ORDER_PAYMENT_FAILED;
            case EventTypes.ORDER_CANCELLED -> SagaStates.ORDER_CANCELLED;
            default -> status;
        }, event.version());
    }
}
