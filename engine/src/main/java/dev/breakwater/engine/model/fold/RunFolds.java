package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.fact.Fact.FigureObserved;
import dev.breakwater.engine.model.fact.Fact.OrdersAudited;
import dev.breakwater.engine.model.fact.Fact.RunChanged;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.run.Dropped;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Instant;
import java.util.List;

/// The folds of one run, side by side: none knows another.
///
/// A list that did not change is the same object in the next snapshot, at no cost: `List.copyOf` hands on the lists of `List.of`,
/// `List.copyOf` and `toUnmodifiableList`, but copies those of `Stream.toList`.
final class RunFolds {
    final Newest<RunChanged> run = new Newest<>(new RunChanged(Instant.MIN, RunPhase.IDLE, "", "", "", 0, Topology.EMPTY, ""));
    final PartFold parts = new PartFold();
    final LegJoiner legs = new LegJoiner();
    final FlowFold flows = new FlowFold();
    final TransferFold transfers = new TransferFold();
    final TimelineFold timeline = new TimelineFold();
    final SagaFold sagas = new SagaFold();
    final BreakerFold breakers = new BreakerFold();
    final FaultFold faults = new FaultFold();
    final LogFold log = new LogFold();
    final SwitchFold switches = new SwitchFold();
    final BrokerFold brokers = new BrokerFold();
    final Newest<DeadLetterBox> deadLetters = new Newest<>(DeadLetterBox.EMPTY);
    final Newest<AggregateHistory> aggregate = new Newest<>(AggregateHistory.NONE);
    final FigureFold figures = new FigureFold();
    private final CallFold calls = new CallFold();
    final Newest<LoadView> load = new Newest<>(LoadView.NONE);
    final Newest<OrdersAudited> orders = new Newest<>(new OrdersAudited(Instant.MIN, OrderTally.NONE, List.of()));
    /// When the scenario began.
    private Instant began = Instant.MIN;
    private FigureBoard board = FigureBoard.EMPTY;
    long dropped;

    void apply(SpanFinished span) {
        if (legs.apply(span, this::moved)) {
            breakers.apply(span);
        }
    }

    /// What a service tells late of the scenario before is none of this one's.
    void apply(FigureObserved told) {
        if (!told.at().isBefore(began)) {
            countUnless(figures.apply(told));
        }
    }

    void begin(Instant at) {
        began = at;
    }

    /// Counts what had no room.
    void countUnless(boolean kept) {
        dropped += kept ? 0 : 1;
    }

    /// Brings all that depends on the time up to `now`; true when that made a difference.
    boolean renew(Instant now) {
        legs.expire(now, this::moved);
        boolean flowing = flows.renew(now);
        boolean ticking = timeline.renew(now);
        boolean figured = renewFigures(now);
        return sagas.renew(now) || flowing || ticking || figured;
    }

    private boolean renewFigures(Instant now) {
        boolean told = figures.renew(now);
        boolean waiting = brokers.renew(now);
        boolean called = calls.renew(run.value().topology(), flows.latency(), now);
        if (told || waiting || called) {
            board = new FigureBoard(figures.view(), brokers.queueFigures(), brokers.groupFigures(), calls.view());
        }
        return told || waiting || called;
    }

    RunSnapshot snapshot(long version, Instant now) {
        RunChanged told = run.value();
        return new RunSnapshot(
                version, now, told.phase(), told.scenario(), told.title(), told.environment(), told.seed(), told.message(), told.topology(),
                parts.view(), flows.flows(), flows.latency(), transfers.view(), sagas.view(),
                breakers.view(), brokers.queues(), brokers.streams(), deadLetters.value(), aggregate.value(), board,
                faults.view(), load.value(),
                orders.value().orders(), orders.value().invariants(), switches.view(), timeline.view(), log.view(),
                new Dropped(dropped, load.value().unsent()));
    }

    private void moved(Leg leg) {
        countUnless(flows.add(leg));
        transfers.add(leg);
        timeline.add(leg);
    }
}
