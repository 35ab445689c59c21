package dev.breakwater.engine.model.fact;

import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Something that happened. A run is the fold of its facts.
public sealed interface Fact permits SpanFinished, Fact.SagaStepped, Fact.BreakerChanged, Fact.BreakerCounted, Fact.BrokerSampled,
        Fact.FaultChanged, Fact.PartChanged, Fact.RunChanged, Fact.LineLogged, Fact.LoadSampled, Fact.OrdersAudited, Fact.SwitchSet,
        Fact.FigureObserved, Fact.DeadLettersRead, Fact.AggregateRead, Fact.FactsDropped {
    Instant at();

    /// A service reports that a saga went one step on.
    record SagaStepped(Instant at, String service, String orderId, String step, String status, String stateBefore, String stateAfter,
            String reason) implements Fact {}

    /// A breaker changed its state. `openFor` is zero unless it went to OPEN.
    record BreakerChanged(Instant at, String name, String caller, String callee, BreakerPhase from, BreakerPhase to, String reason,
            BreakerWindow window, Duration openFor) implements Fact {}

    /// A breaker's window, told from time to time while it changes.
    record BreakerCounted(Instant at, String name, String caller, String callee, BreakerPhase phase, BreakerWindow window)
            implements Fact {}

    /// What the brokers say of all their queues and streams.
    record BrokerSampled(Instant at, List<QueueView> queues, List<StreamView> streams) implements Fact {
        public BrokerSampled {
            queues = List.copyOf(queues);
            streams = List.copyOf(streams);
        }
    }

    /// A fault was asked for, became active, struck, or healed.
    record FaultChanged(Instant at, FaultView fault) implements Fact {}

    /// A process of the run changed.
    record PartChanged(Instant at, PartView part) implements Fact {}

    /// The run as a whole went on.
    ///
    /// @param scenario id of what is run
    record RunChanged(Instant at, RunPhase phase, String scenario, String title, String environment, long seed, Topology topology,
            String message) implements Fact {}

    /// A process wrote a line.
    record LineLogged(Instant at, String part, String text) implements Fact {}

    /// The load generator's figures.
    record LoadSampled(Instant at, LoadView load) implements Fact {}

    /// The invariants, checked against the brokers' own data.
    record OrdersAudited(Instant at, OrderTally orders, List<InvariantView> invariants) implements Fact {
        public OrdersAudited {
            invariants = List.copyOf(invariants);
        }
    }

    /// A service's switch was set, or refused to be.
    ///
    /// @param value what it is now
    /// @param refusal why it is not what was wanted; empty when it is
    record SwitchSet(Instant at, String service, String name, String value, String refusal) implements Fact {}

    /// A service observed once what is special about a pattern.
    ///
    /// @param figure its name for people
    /// @param unit of the value; empty for what is counted
    /// @param label what was observed: `priority 9`
    /// @param value finite
    record FigureObserved(Instant at, String service, String figure, String unit, String label, double value) implements Fact {
        public FigureObserved {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a figure's value is finite, not " + value);
            }
        }
    }

    /// The messages that were put aside are others now, or could not be replayed.
    record DeadLettersRead(Instant at, DeadLetterBox box) implements Fact {}

    /// Somebody asked what an order was after each of its events.
    record AggregateRead(Instant at, AggregateHistory history) implements Fact {}

    /// Facts that came faster than they could be taken, and were left out.
    record FactsDropped(Instant at, long count) implements Fact {}
}
