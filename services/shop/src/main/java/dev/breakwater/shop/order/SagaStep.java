package dev.breakwater.shop.order;

import java.util.List;

/// Where a saga goes, and what that sets going.
record SagaStep(Saga next, List<SagaAction> actions) {
    SagaStep {
        actions = List.copyOf(actions);
    }

    static SagaStep to(Saga next, SagaAction... actions) {
        return new SagaStep(next, List.of(actions));
    }
}
