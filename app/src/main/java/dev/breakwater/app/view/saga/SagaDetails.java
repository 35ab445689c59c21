package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One order in full.
public record SagaDetails(SagaView saga, List<Step> steps) {

    /// One step: how long after the order's beginning, and what it changed.
    public record Step(SagaStepView step, Duration after, List<FieldChange> fields) {
        /// What happened: the step's name; where the saga stayed at a step and took something back, what that was.
        String words() {
            boolean stayed = fields.stream().noneMatch(field -> field.field().equals("step") && field.changed());
            return fields.stream().filter(field -> stayed && field.field().equals("compensations") && field.changed()).findFirst()
                    .map(Step::undone).orElse(SagaChips.words(step.step()));
        }

        private static String undone(FieldChange compensations) {
            List<String> before = names(compensations.before());
            return Words.of("saga.stepUndone", names(compensations.after()).stream().filter(name -> !before.contains(name))
                    .map(SagaChips::words).collect(Collectors.joining(", ")));
        }

        private static List<String> names(String jsonList) {
            return Arrays.stream(jsonList.replaceAll("[\\[\\]\"\\s]", "").split(",")).filter(name -> !name.isEmpty()).toList();
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
