package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact.SagaStepped;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One order's saga: its steps in the order of their times, each once.
final class Saga {
    static final int STEP_LIMIT = 100;

    private final String orderId;
    private final List<SagaStepView> steps = new ArrayList<>();
    private Instant startedAt = Instant.MAX;
    private Instant changedAt = Instant.MIN;
    private SagaStatus status = SagaStatus.ACTIVE;
    private String step = "";
    private boolean detailed = true;
    private @Nullable SagaView view;

    Saga(String orderId) {
        this.orderId = orderId;
    }

    /// False when this step was known already.
    boolean apply(SagaStepped told) {
        SagaStepView next = new SagaStepView(
                told.at(), told.service(), told.step(), told.status(), told.stateBefore(), told.stateAfter(), told.reason());
        if (steps.contains(next)) {
            return false;
        }
        if (detailed) {
            steps.add(place(next), next);
        }
        if (steps.size() > STEP_LIMIT) {
            steps.removeFirst();
        }
        startedAt = told.at().isBefore(startedAt) ? told.at() : startedAt;
        boolean sameTime = told.at().equals(changedAt);
        if (told.at().isAfter(changedAt) || (sameTime && !(over() && !over(told.status())))) {
            changedAt = told.at();
            status = statusOf(told.status());
            step = told.step();
        }
        view = null;
        return true;
    }

    /// Keeps how it stands, gives up how it came and comes there.
    void forgetSteps() {
        detailed = false;
        steps.clear();
        view = null;
    }

    boolean over() {
        return status != SagaStatus.ACTIVE;
    }

    SagaStatus status() {
        return status;
    }

    String orderId() {
        return orderId;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    SagaView view(boolean stuck) {
        SagaStatus shown = stuck ? SagaStatus.STUCK : status;
        if (view == null || view.status() != shown) {
            view = new SagaView(orderId, shown, step, startedAt, changedAt, steps);
        }
        return view;
    }

    private int place(SagaStepView next) {
        int place = steps.size();
        while (place > 0 && after(steps.get(place - 1), next)) {
            place--;
        }
        return place;
    }

    /// Of two steps at the same time, the one that ends the saga is the later one.
    private static boolean after(SagaStepView known, SagaStepView next) {
        return known.at().isAfter(next.at()) || (known.at().equals(next.at()) && over(known.status()) && !over(next.status()));
    }

    private static boolean over(String status) {
        return statusOf(status) != SagaStatus.ACTIVE;
    }

    /// An unknown word counts as active: it has not said that it ended.
    private static SagaStatus statusOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "completed" -> SagaStatus.COMPLETED;
            case "failed" -> SagaStatus.FAILED;
            case "compensated" -> SagaStatus.COMPENSATED;
            default -> SagaStatus.ACTIVE;
        };
    }
}
