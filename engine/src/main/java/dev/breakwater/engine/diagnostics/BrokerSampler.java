package dev.breakwater.engine.diagnostics;

import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fact.Fact;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Asks the brokers for their own figures and tells them as one fact. What a broker does not answer keeps its last figures.
public final class BrokerSampler implements AutoCloseable {
    private final QueueSampler queues;
    private final StreamSampler streams;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private List<QueueView> lastQueues = List.of();
    private List<StreamView> lastStreams = List.of();

    public BrokerSampler(QueueSampler queues, StreamSampler streams, InstantSource clock, Consumer<Fact> facts) {
        this.queues = queues;
        this.streams = streams;
        this.clock = clock;
        this.facts = facts;
    }

    public synchronized void round() throws InterruptedException {
        lastStreams = streams.sample().orElse(lastStreams);
        lastQueues = queues.sample().orElse(lastQueues);
        facts.accept(new Fact.BrokerSampled(clock.instant(), lastQueues, lastStreams));
    }

    @Override
    public void close() {
        queues.close();
        streams.close();
    }
}
