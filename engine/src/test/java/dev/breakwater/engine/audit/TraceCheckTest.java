package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.run.InvariantView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TraceCheckTest {
    private final TraceCheck check = new TraceCheck();

    private void span(String name, String order, String trace) {
        check.take(new SpanFinished(Instant.EPOCH, trace, "1", "", List.of(), "a-service", name, SpanKind.INTERNAL, Duration.ZERO,
                Outcome.OK, "", Optional.empty(), "", "", "", Map.of("order.id", order)));
    }

    private void sees(boolean held, String detail) {
        assertEquals(new InvariantView("traces-connected", held, detail), check.view());
    }

    @Test
    void aPaymentBelongsToTheTraceOfItsOrderInWhateverOrderTheyAreTold() {
        span("process_order", "a", "t1");
        span("process_payment", "a", "t1");
        span("process_payment", "b", "t2");
        span("process_order", "b", "t2");
        sees(true, "2 payments, each in the trace of its order");
    }

    @Test
    void aPaymentInATraceOfItsOwnBreaksIt() {
        span("process_order", "a", "t1");
        span("process_payment", "a", "t1");
        span("process_order", "b", "t2");
        span("process_payment", "b", "t3");
        sees(false, "1 of 2 payments are in a trace of their own, first that of b");
    }

    @Test
    void whatIsKnownOfOneSideAloneIsNoProof() {
        span("process_order", "a", "t1");
        span("process_payment", "b", "t2");
        span("GET /orders/{id}", "b", "t3");
        sees(true, "0 payments, each in the trace of its order");
    }
}
