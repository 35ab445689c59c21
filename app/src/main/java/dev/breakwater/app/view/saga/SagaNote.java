package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.saga.SagaStepView;
import dev.breakwater.engine.model.saga.SagaView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The few words at the end of an order's row: what is unusual about it, else how long it took.
public record SagaNote(Tone tone, String text) {
    /// A step that took longer than this is worth a word.
    static final Duration SLOW = Duration.ofMillis(500);

    /// How loud the words are.
    public enum Tone {
        CALM,
        WARNING,
        DANGER
    }

    static SagaNote of(SagaView saga, Instant now) {
        return switch (saga.status()) {
            case STUCK -> new SagaNote(Tone.DANGER, Words.of("saga.noteStuck", seconds(saga.changedAt(), now)));
            case FAILED, COMPENSATED -> new SagaNote(Tone.CALM, reason(saga));
            case ACTIVE -> active(saga);
            case COMPLETED -> slow(saga, Words.of("saga.noteTook", Figures.time(Duration.between(saga.startedAt(), saga.changedAt()))));
        };
    }

    private static SagaNote active(SagaView saga) {
        List<String> undoing = SagaChips.compensating(saga);
        if (!undoing.isEmpty()) {
            return new SagaNote(Tone.DANGER, Words.of("saga.noteCompensating", String.join(", ", undoing)));
        }
        return slow(saga, "");
    }

    private static SagaNote slow(SagaView saga, String otherwise) {
        Duration slowest = Duration.ZERO;
        List<SagaStepView> steps = saga.steps();
        for (int i = 1; i < steps.size(); i++) {
            Duration gap = Duration.between(steps.get(i - 1).at(), steps.get(i).at());
            slowest = gap.compareTo(slowest) > 0 ? gap : slowest;
        }
        return slowest.compareTo(SLOW) > 0
                ? new SagaNote(Tone.WARNING, Words.of("saga.noteSlow", Figures.time(slowest)))
                : new SagaNote(Tone.CALM, otherwise);
    }

    /// Why it was cancelled, in words: of what the steps reported, the last.
    private static String reason(SagaView saga) {
        return saga.steps().reversed().stream().map(SagaStepView::reason).filter(why -> !why.isBlank()).findFirst()
                .map(SagaChips::words).orElse("");
    }

    private static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
