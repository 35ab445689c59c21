package dev.breakwater.engine.model.run;

import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.figure.FigureBoard;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.latency.LatencySeries;
import dev.breakwater.engine.model.saga.SagaBoard;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Instant;
import java.util.List;

/// All that is known of the run at one moment; immutable, safe to read from any thread.
///
/// @param version grows with every change; equal versions are equal snapshots
/// @param scenario id of what is run; `title` is its name for people
/// @param transfers the newest messages, oldest first, at most 4,096
/// @param log the newest lines of all processes, oldest first, at most 5,000
/// @param aggregate the order through which somebody travels
/// @param figures what is special about the pattern
/// @param switches of all services, in the order in which they were first told
/// @param timeline oldest first, at most the last 10 minutes
public record RunSnapshot(
        long version, Instant at, RunPhase phase, String scenario, String title, String environment, long seed, String message,
        Topology topology,
        List<PartView> parts, List<FlowStats> flows, List<LatencySeries> latency, List<Transfer> transfers, SagaBoard sagas,
        List<BreakerView> breakers, List<QueueView> queues, List<StreamView> streams, DeadLetterBox deadLetters, AggregateHistory aggregate,
        FigureBoard figures,
        List<FaultView> faults, LoadView load,
        OrderTally orders, List<InvariantView> invariants, List<SwitchView> switches, List<RateBucket> timeline,
        List<LogLine> log, Dropped dropped) {

    /// Before anything was started.
    public static final RunSnapshot EMPTY = new RunSnapshot(
            0, Instant.EPOCH, RunPhase.IDLE, "", "", "", 0, "", Topology.EMPTY,
            List.of(), List.of(), List.of(), List.of(), SagaBoard.EMPTY,
            List.of(), List.of(), List.of(), DeadLetterBox.EMPTY, AggregateHistory.NONE, FigureBoard.EMPTY, List.of(), LoadView.NONE,
            OrderTally.NONE, List.of(), List.of(), List.of(), List.of(), Dropped.NONE);

    public RunSnapshot {
        parts = List.copyOf(parts);
        flows = List.copyOf(flows);
        latency = List.copyOf(latency);
        transfers = List.copyOf(transfers);
        breakers = List.copyOf(breakers);
        queues = List.copyOf(queues);
        streams = List.copyOf(streams);
        faults = List.copyOf(faults);
        invariants = List.copyOf(invariants);
        switches = List.copyOf(switches);
        timeline = List.copyOf(timeline);
        log = List.copyOf(log);
    }
}
