package dev.breakwater.shop.order;

import dev.breakwater.contract.Attributes;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.shop.support.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributesBuilder;

/// Tells telemetry of each step of a saga.
final class SagaTold {
    private final Telemetry telemetry;

    SagaTold(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /// @param before JSON, empty at the beginning
    /// @param after JSON
    void step(Saga saga, String before, String after) {
        if (saga.step().equals(SagaStates.STEP_ORDER_CONFIRMED)) {
            // Confirming follows in the same commit, so that this step is never seen in Redis.
            emit(saga, SagaStates.STEP_INVENTORY_RESERVED, SagaStates.ACTIVE, before, before);
        }
        emit(saga, saga.step(), saga.status(), before, after);
    }

    private void emit(Saga saga, String step, String status, String before, String after) {
        AttributesBuilder attributes = io.opentelemetry.api.common.Attributes.builder()
                .put(Attributes.ORDER_ID, saga.orderId())
                .put(Attributes.SAGA_STEP, step)
                .put(Attributes.SAGA_STATUS, status)
                .put(Attributes.SAGA_STATE_BEFORE, before)
                .put(Attributes.SAGA_STATE, after);
        if (!saga.reason().isEmpty()) {
            attributes.put(Attributes.SAGA_REASON, saga.reason());
        }
        telemetry.event(Attributes.EVENT_SAGA_STEP, attributes.build());
    }
}
