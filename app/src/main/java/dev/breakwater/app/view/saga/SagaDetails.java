package dev.breakwater.app.view.saga;

import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One order in full.
public record SagaDetails(SagaView saga, List<Step> steps) {

    /// One step: how long after the order's beginning, and what it changed.
    public record Step(SagaStepView step, Duration after, List<FieldChange> fields) {
        String words() {
            return SagaChips.words(step.step());
        }
    }

    static SagaDetails of(SagaView saga) {
        List<Step> steps = new ArrayList<>();
        for (SagaStepView step : saga.steps()) {
            steps.add(new Step(step, Duration.between(saga.startedAt(), step.at()),
                    FieldChange.between(step.stateBefore(), step.stateAfter())));
        }
        return new SagaDetails(saga, List.copyOf(steps));
    }
}
