package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.telemetry.otlp.Decoded;
import dev.breakwater.engine.telemetry.otlp.MalformedOtlpException;
import dev.breakwater.engine.telemetry.otlp.OtlpDecoder;
import dev.breakwater.engine.telemetry.otlp.Signal;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// What both ends of the receiver do with a request: read it, hand its facts on, count. Any thread.
final class OtlpSink {
    private final OtlpDecoder decoder;
    private final InstantSource clock;
    private final Consumer<Fact> facts;
    private final LongAdder requests = new LongAdder();
    private final LongAdder malformed = new LongAdder();

    OtlpSink(Consumer<Fact> facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
        decoder = new OtlpDecoder(clock);
    }

    /// Hands on all facts of the request, or none if it cannot be read. Refused spans and records are told as dropped facts.
    Decoded take(Signal signal, byte[] request) throws MalformedOtlpException {
        requests.increment();
        Decoded decoded = signal.decode(decoder, request);
        decoded.facts().forEach(facts);
        if (decoded.refused() > 0) {
            facts.accept(new Fact.FactsDropped(clock.instant(), decoded.refused()));
        }
        return decoded;
    }

    /// Counts a request that was turned away whole.
    void countMalformed() {
        malformed.increment();
    }

    long requests() {
        return requests.sum();
    }

    long malformed() {
        return malformed.sum();
    }
}
