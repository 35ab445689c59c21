package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.time.Instant;

/// A run as the fold of its facts: [#apply] each fact, take a [#snapshot] whenever one is wanted.
///
/// One thread. Facts may come twice or out of order. Knows no clock: what depends on the time (recent rates, stuck sagas, waiting halves
/// of a message) is renewed by the `now` of [#snapshot]. Everything kept is bounded; what did not fit is counted in
/// [RunSnapshot#dropped].
public final class RunState {
    /// How often recent figures and series are made anew; counts are exact in every snapshot.
    public static final Duration RENEWAL = Duration.ofMillis(250);

    private RunFolds folds = new RunFolds();
    private Instant renewed = Instant.MIN;
    private boolean changed;
    private RunSnapshot last = RunSnapshot.EMPTY;

    /// Takes in what happened.
    public void apply(Fact fact) {
        changed = true;
        switch (fact) {
            case SpanFinished span -> folds.apply(span);
            case Fact.SagaStepped step -> folds.sagas.apply(step);
            case Fact.BreakerChanged told -> folds.countUnless(folds.breakers.apply(told));
            case Fact.BreakerCounted told -> folds.countUnless(folds.breakers.apply(told));
            case Fact.BrokerSampled sample -> folds.brokers.apply(sample);
            case Fact.FaultChanged told -> folds.faults.apply(told);
            case Fact.PartChanged told -> folds.countUnless(folds.parts.apply(told));
            case Fact.RunChanged told -> apply(told);
            case Fact.LineLogged line -> folds.log.apply(line);
            case Fact.LoadSampled sample -> folds.load.offer(sample.at(), sample.load());
            case Fact.OrdersAudited audit -> folds.orders.offer(audit.at(), audit);
            case Fact.SwitchSet told -> folds.countUnless(folds.switches.apply(told));
            case Fact.DeadLettersRead read -> folds.deadLetters.offer(read.at(), read.box());
            case Fact.AggregateRead read -> folds.aggregate.offer(read.at(), read.history());
            case Fact.FigureObserved told -> folds.apply(told);
            case Fact.FactsDropped told -> folds.dropped += told.count();
        }
    }

    /// The state at `now`, which must not go back. The same snapshot again while nothing has changed.
    public RunSnapshot snapshot(Instant now) {
        if (!now.isBefore(renewed.plus(RENEWAL))) {
            renewed = now;
            changed |= folds.renew(now);
        }
        if (changed) {
            changed = false;
            last = folds.snapshot(last.version() + 1, now);
        }
        return last;
    }

    /// A new start after an end begins with an empty page.
    private void apply(Fact.RunChanged told) {
        boolean again = folds.run.value().phase() != RunPhase.STARTING && !folds.run.at().equals(Instant.MIN);
        if (told.phase() == RunPhase.STARTING && again && !told.at().isBefore(folds.run.at())) {
            folds = new RunFolds();
            renewed = Instant.MIN;
            folds.begin(told.at());
        }
        folds.run.offer(told.at(), told);
        folds.legs.topology(folds.run.value().topology());
    }
}
