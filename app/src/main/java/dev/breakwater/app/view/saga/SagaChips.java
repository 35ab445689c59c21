package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.contract.SagaStates;
import dev.breakwater.engine.model.saga.SagaStatus;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Derives an order's stages (created → payment → stock → confirmed) from the steps that its services reported.
///
/// A saga whose steps have other names gets one chip for each of them.
public final class SagaChips {
    private static final Set<String> KNOWN = Set.of(
            SagaStates.STEP_PAYMENT_INITIATED, SagaStates.STEP_PAYMENT_COMPLETED, SagaStates.STEP_PAYMENT_FAILED,
            SagaStates.STEP_INVENTORY_RESERVED, SagaStates.STEP_INVENTORY_REJECTED,
            SagaStates.STEP_COMPENSATING, SagaStates.STEP_ORDER_CONFIRMED, SagaStates.STEP_ORDER_CANCELLED);

    private final SagaView saga;
    private final Set<String> seen = new LinkedHashSet<>();

    private SagaChips(SagaView saga) {
        this.saga = saga;
        saga.steps().stream().map(SagaStepView::step).forEach(seen::add);
        seen.add(saga.step());
    }

    public static List<Chip> of(SagaView saga) {
        SagaChips chips = new SagaChips(saga);
        return chips.seen.stream().anyMatch(KNOWN::contains) ? chips.orderSaga() : chips.foreign();
    }

    /// What is being taken back right now: `refund`, `release`.
    public static List<String> compensating(SagaView saga) {
        return of(saga).stream().filter(chip -> chip.state() == ChipState.UNDOING).map(Chip::word).toList();
    }

    private List<Chip> orderSaga() {
        return List.of(new Chip(Words.of("saga.created"), ChipState.DONE), payment(), stock(), end());
    }

    private Chip payment() {
        if (undone(SagaStates.REFUND_PAYMENT) || (paid() && saga.status() == SagaStatus.COMPENSATED)) {
            return new Chip(Words.of(paid() ? "saga.refunded" : "saga.payment"), ChipState.UNDONE);
        }
        if (undoing()) {
            return new Chip(Words.of("saga.refund"), ChipState.UNDOING);
        }
        if (seen.contains(SagaStates.STEP_PAYMENT_FAILED)) {
            return new Chip(Words.of("saga.payment"), ChipState.FAILED);
        }
        return new Chip(Words.of("saga.payment"), paid() ? ChipState.DONE : running());
    }

    private Chip stock() {
        if (seen.contains(SagaStates.STEP_INVENTORY_REJECTED)) {
            return new Chip(Words.of("saga.stock"), ChipState.FAILED);
        }
        if (undone(SagaStates.RELEASE_INVENTORY) || (reserved() && saga.status() == SagaStatus.COMPENSATED)) {
            return reserved() ? new Chip(Words.of("saga.released"), ChipState.UNDONE) : new Chip(Words.of("saga.stock"), ChipState.PENDING);
        }
        if (undoing()) {
            return new Chip(Words.of("saga.release"), ChipState.UNDOING);
        }
        if (reserved()) {
            return new Chip(Words.of("saga.stock"), ChipState.DONE);
        }
        return new Chip(Words.of("saga.stock"), paid() ? running() : ChipState.PENDING);
    }

    private Chip end() {
        if (confirmed()) {
            return new Chip(Words.of("saga.confirmed"), ChipState.DONE);
        }
        if (!open(saga) || seen.contains(SagaStates.STEP_ORDER_CANCELLED)) {
            return new Chip(Words.of("saga.cancelled"), ChipState.UNDONE);
        }
        return new Chip(Words.of("saga.confirmed"), reserved() ? running() : ChipState.PENDING);
    }

    private List<Chip> foreign() {
        List<Chip> chips = new ArrayList<>();
        List<String> steps = seen.stream().filter(step -> !step.isBlank()).toList();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            chips.add(new Chip(words(steps.get(i)), last ? lastState() : ChipState.DONE));
        }
        return chips;
    }

    private ChipState lastState() {
        return switch (saga.status()) {
            case ACTIVE -> ChipState.RUNNING;
            case STUCK -> ChipState.STUCK;
            case COMPLETED -> ChipState.DONE;
            case COMPENSATED -> ChipState.UNDONE;
            case FAILED -> ChipState.FAILED;
        };
    }

    private boolean paid() {
        return seen.contains(SagaStates.STEP_PAYMENT_COMPLETED) || seen.contains(SagaStates.STEP_INVENTORY_REJECTED) || reserved();
    }

    private boolean reserved() {
        return seen.contains(SagaStates.STEP_INVENTORY_RESERVED) || confirmed();
    }

    private boolean confirmed() {
        return seen.contains(SagaStates.STEP_ORDER_CONFIRMED) || saga.status() == SagaStatus.COMPLETED;
    }

    /// On its way back: payment and stock are being undone, each as far as it is needed.
    private boolean undoing() {
        return open(saga) && (seen.contains(SagaStates.STEP_COMPENSATING) || seen.contains(SagaStates.STEP_INVENTORY_REJECTED));
    }

    /// Whether the saga's newest state says that this has been undone.
    private boolean undone(String compensation) {
        return !saga.steps().isEmpty() && saga.steps().getLast().stateAfter().contains('"' + compensation + '"');
    }

    private ChipState running() {
        return switch (saga.status()) {
            case ACTIVE -> ChipState.RUNNING;
            case STUCK -> ChipState.STUCK;
            case COMPLETED -> ChipState.DONE;
            case COMPENSATED, FAILED -> ChipState.PENDING;
        };
    }

    private static boolean open(SagaView saga) {
        return saga.status() == SagaStatus.ACTIVE || saga.status() == SagaStatus.STUCK;
    }

    /// `payment_failed` as a person would write it.
    static String words(String name) {
        return name.replace('_', ' ').strip();
    }
}
