package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.aggregate.AggregateHistory;
import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static dev.breakwater.engine.model.fold.SpanFacts.client;
import static dev.breakwater.engine.model.fold.SpanFacts.producer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.broker.DeadLetter;
import dev.breakwater.engine.model.broker.DeadLetterBox;
import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.figure.FigureView;
import dev.breakwater.engine.model.figure.QueueFigure;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.Dropped;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.model.run.LogLine;
import dev.breakwater.engine.model.run.OrderTally;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RateBucket;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private final RunState state = new RunState();

    private static PartView part(String name, PartPhase phase) {
        return new PartView(name, false, phase, "", 1, T0, Duration.ZERO, "");
    }

    private static FaultView fault(String id, FaultPhase phase, long hits) {
        return new FaultView(id, "kill", new Target.OnService("payment-service"), Map.of(), "kill -9", phase, hits,
                Optional.of(T0), Optional.empty(), Optional.empty(), "");
    }

    private static Fact.RunChanged run(Instant at, RunPhase phase) {
        return new Fact.RunChanged(at, phase, "order-saga", "Order saga", "local", 7, Topology.EMPTY, "");
    }

    @Test
    void beforeAnyFactNothingIsKnown() {
        assertSame(RunSnapshot.EMPTY, state.snapshot(T0));
    }

    @Test
    void oneFactOfEachKindGivesTheWholePicture() {
        List<QueueView> queues = List.of(new QueueView("notifications", 1, 3));
        AggregateHistory history = new AggregateHistory("o1",
                List.of(new AggregateHistory.Version(1, "OrderCreated", T0, "{}", "{\"status\":\"pending\"}")), "");
        DeadLetterBox letters = new DeadLetterBox(1, List.of(new DeadLetter("l1", "o1", "q", "{}", "", 3, List.of())), "");
        LoadView load = new LoadView(25, 10, 8, 2, 8, 0, 1, 2, 3, 4);
        List<InvariantView> invariants = List.of(new InvariantView("paid-once", true, ""));
        SpanFinished call = client("a", "client", "order-service")
                .told(Map.of("order.id", "o1", "message.body", "{}", "message.headers", "{\"h\":\"v\"}")).span();
        List.of(run(T0, RunPhase.RUNNING), call,
                new Fact.BrokerSampled(T0, queues, List.of()),
                new Fact.FaultChanged(T0, fault("f1", FaultPhase.ACTIVE, 0)),
                new Fact.PartChanged(T0, part("order-service", PartPhase.READY)),
                new Fact.LineLogged(T0, "order-service", "ready"),
                new Fact.FigureObserved(T0, "worker", "Done", "", "worker-1", 1),
                new Fact.LoadSampled(T0, load),
                new Fact.OrdersAudited(T0, new OrderTally(4, 3, 1, 0), invariants),
                new Fact.DeadLettersRead(T0, letters),
                new Fact.AggregateRead(T0, history),
                new Fact.FactsDropped(T0, 5)).forEach(state::apply);
        Instant now = T0.plusSeconds(1);
        RunSnapshot shown = state.snapshot(now);
        assertEquals(new RunSnapshot(1, now, RunPhase.RUNNING, "order-saga", "Order saga", "local", 7, "", Topology.EMPTY,
                List.of(part("order-service", PartPhase.READY)), shown.flows(), shown.latency(),
                List.of(new Transfer(1, T0, Duration.ofMillis(10), "client", "order-service", Protocol.REST, Outcome.OK, "span a", "trace",
                        "a", "o1", Map.of("h", "v"), "{}", "")),
                shown.sagas(), List.of(), queues, List.of(), letters, history, shown.figures(),
                List.of(fault("f1", FaultPhase.ACTIVE, 0)), load,
                new OrderTally(4, 3, 1, 0), invariants, List.of(), List.of(new RateBucket(T0.getEpochSecond(), 1, 0)),
                List.of(new LogLine(1, T0, "order-service", "ready")), new Dropped(5, 2)), shown);
        assertEquals(1, shown.flows().getFirst().calls());
        assertEquals(1, shown.latency().getFirst().buckets().size());
        assertEquals(List.of("Done"), shown.figures().told().stream().map(FigureView::name).toList());
        assertEquals(queues, shown.figures().queues().stream().map(QueueFigure::queue).toList());
    }

    @Test
    void aSpanThatComesTwiceCountsOnce() {
        SpanFinished refused = client("a", "order-service", "user-service").outcome(Outcome.REFUSED).span();
        List.of(refused, refused, refused).forEach(state::apply);
        RunSnapshot shown = state.snapshot(T0);
        assertEquals(1, shown.transfers().size());
        assertEquals(1, shown.flows().getFirst().refused());
    }

    @Test
    void whatIsToldLateDoesNotOverwriteWhatIsNewer() {
        state.apply(new Fact.PartChanged(T0.plusSeconds(2), part("a", PartPhase.DEAD)));
        state.apply(new Fact.PartChanged(T0, part("a", PartPhase.READY)));
        state.apply(new Fact.FaultChanged(T0.plusSeconds(2), fault("f", FaultPhase.HEALED, 9)));
        state.apply(new Fact.FaultChanged(T0.plusSeconds(1), fault("f", FaultPhase.ACTIVE, 3)));
        state.apply(new Fact.LoadSampled(T0.plusSeconds(2), new LoadView(1, 2, 2, 0, 2, 0, 0, 0, 0, 0)));
        state.apply(new Fact.LoadSampled(T0, LoadView.NONE));
        RunSnapshot shown = state.snapshot(T0);
        assertEquals(List.of(part("a", PartPhase.DEAD)), shown.parts());
        assertEquals(List.of(fault("f", FaultPhase.HEALED, 9)), shown.faults());
        assertEquals(2, shown.load().sent());
    }

    @Test
    void unchangedPartsOfThePictureAreTheSameObjects() {
        state.apply(client("a", "client", "order-service").span());
        state.apply(new Fact.PartChanged(T0, part("a", PartPhase.READY)));
        RunSnapshot before = state.snapshot(T0.plusSeconds(1));
        assertSame(before, state.snapshot(T0.plusSeconds(1)));
        state.apply(new Fact.LineLogged(T0, "a", "line"));
        RunSnapshot after = state.snapshot(T0.plusSeconds(1));
        assertEquals(before.version() + 1, after.version());
        assertSame(before.parts(), after.parts());
        assertSame(before.flows(), after.flows());
        assertSame(before.latency(), after.latency());
        assertSame(before.transfers(), after.transfers());
        assertSame(before.timeline(), after.timeline());
        assertSame(before.figures(), after.figures());
    }

    @Test
    void aNewStartAfterAnEndBeginsWithAnEmptyPage() {
        state.apply(new Fact.PartChanged(T0, part("early", PartPhase.WAITING)));
        state.apply(run(T0, RunPhase.STARTING));
        state.apply(run(T0.plusSeconds(1), RunPhase.FAILED));
        RunSnapshot failed = state.snapshot(T0.plusSeconds(1));
        assertEquals(1, failed.parts().size());
        state.apply(run(T0.plusSeconds(2), RunPhase.STARTING));
        RunSnapshot again = state.snapshot(T0.plusSeconds(2));
        assertEquals(List.of(), again.parts());
        assertEquals(RunPhase.STARTING, again.phase());
        assertTrue(again.version() > failed.version());
    }

    @Test
    void whatIsToldLateOfTheScenarioBeforeIsNoFigureOfTheNext() {
        state.apply(run(T0, RunPhase.IDLE));
        state.apply(run(T0.plusSeconds(1), RunPhase.STARTING));
        state.apply(run(T0.plusSeconds(2), RunPhase.RUNNING));
        state.apply(new Fact.FigureObserved(T0.plusSeconds(3), "worker", "Done", "", "worker-1", 1));
        assertEquals(1, state.snapshot(T0.plusSeconds(4)).figures().told().size());
        state.apply(run(T0.plusSeconds(5), RunPhase.STARTING));
        state.apply(new Fact.FigureObserved(T0.plusSeconds(4), "worker", "Done", "", "worker-1", 1));
        assertEquals(List.of(), state.snapshot(T0.plusSeconds(6)).figures().told());
        state.apply(new Fact.FigureObserved(T0.plusSeconds(6), "worker", "Done", "", "worker-1", 1));
        assertEquals(1, state.snapshot(T0.plusSeconds(7)).figures().told().getFirst().rows().getFirst().count());
        assertEquals(0, state.snapshot(T0.plusSeconds(7)).dropped().facts());
    }

    @Test
    void aMillionFactsStayWithinTheLimits() {
        for (int i = 0; i < 200_000; i++) {
            Instant at = T0.plusMillis(i);
            state.apply(client("c" + i, "s" + i % 5, "t" + i % 700).between(i, i + 3).span());
            state.apply(producer("p" + i, "s", "stream-" + i % 3).between(i, i + 1).span());
            state.apply(new Fact.SagaStepped(at, "s", "o" + i, "x", i % 3 == 0 ? "active" : "completed", "", "", ""));
            state.apply(new Fact.LineLogged(at, "s", "line " + i));
            state.apply(new Fact.FaultChanged(at, fault("f" + i, FaultPhase.ACTIVE, i)));
        }
        RunSnapshot shown = state.snapshot(T0.plusSeconds(200));
        assertEquals(TransferFold.LIMIT, shown.transfers().size());
        assertEquals(400_000, shown.transfers().getLast().sequence());
        assertEquals(LogFold.LIMIT, shown.log().size());
        assertEquals(FaultFold.LIMIT, shown.faults().size());
        assertEquals(FlowFold.EDGE_LIMIT, shown.flows().size());
        assertEquals(SagaFold.SHOWN, shown.sagas().recent().size());
        assertEquals(133_333, shown.sagas().completed());
        assertEquals(66_667, shown.sagas().active() + shown.sagas().stuck());
        assertEquals(201, shown.timeline().size());
        assertTrue(shown.dropped().facts() > 0, "edges beyond the limit are counted");
    }
}
