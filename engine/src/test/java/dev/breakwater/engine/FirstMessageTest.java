package dev.breakwater.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fact.SpanKind;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FirstMessageTest {
    private static final Instant LAUNCHED = Instant.parse("2026-11-27T12:00:00Z");
    private final FirstMessage first = new FirstMessage(LAUNCHED);

    @Test
    void countsUntilACallOfAClientWasAccepted() {
        first.accept(answer(2_000, Services.ORDER, Outcome.OK, "200"));
        first.accept(answer(2_500, Services.CLIENT, Outcome.FAILED, "503"));
        first.accept(answer(2_700, Services.CLIENT, Outcome.OK, "404"));
        assertEquals(OptionalLong.empty(), first.millis());
        first.accept(answer(3_000, Services.CLIENT, Outcome.OK, "201"));
        first.accept(answer(4_000, Services.CLIENT, Outcome.OK, "201"));
        assertEquals(OptionalLong.of(3_000), first.millis());
    }

    private static SpanFinished answer(int afterMillis, String service, Outcome outcome, String status) {
        return new SpanFinished(LAUNCHED.plusMillis(afterMillis), "t", "s", "", List.of(), service, "POST /users", SpanKind.CLIENT,
                Duration.ofMillis(10), outcome, "", Optional.of(Protocol.REST), Services.USER, "", "",
                Map.of("http.response.status_code", status));
    }
}
