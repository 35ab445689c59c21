package dev.breakwater.app.view.breaker;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.util.List;

/// One breaker as its row shows it.
///
/// @param left whole seconds, rounded up, until a trial call may pass; 0 when it is not OPEN or the time is over
/// @param strip its states in the last minutes
public record BreakerRow(BreakerView breaker, long left, long fromSecond, long toSecond, List<StateSpan> strip, List<FaultBand> bands) {
    /// How far back the strip looks.
    static final Duration RANGE = Duration.ofMinutes(5);

    static BreakerRow of(BreakerView breaker, RunSnapshot run) {
        long to = run.at().getEpochSecond() + 1;
        long from = to - RANGE.toSeconds();
        long left = breaker.openUntil().filter(_ -> breaker.phase() == BreakerPhase.OPEN)
                .map(until -> Figures.secondsLeft(run.at(), until)).orElse(0L);
        return new BreakerRow(breaker, left, from, to, StateSpan.of(breaker, (double) from, StateSpan.seconds(run.at())),
                FaultBand.within(run.faults(), from, to));
    }

    String title() {
        return breaker.caller() + " → " + breaker.callee();
    }

    /// `OPEN 21 s`, `CLOSED`.
    String badge() {
        String phase = BreakerWords.phase(breaker.phase());
        return left > 0 ? Words.of("breaker.badgeLeft", phase, left) : phase;
    }
}
