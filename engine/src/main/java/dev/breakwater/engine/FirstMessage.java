package dev.breakwater.engine;

import dev.breakwater.contract.Services;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Notes how long it took from the user's command to the first message that really went through: a client's call that was accepted.
final class FirstMessage implements Consumer<Fact> {
    private static final long NONE = -1;

    private final Instant launchedAt;
    private volatile long millis = NONE;

    FirstMessage(Instant launchedAt) {
        this.launchedAt = launchedAt;
    }

    @Override
    public void accept(Fact fact) {
        if (millis == NONE && fact instanceof SpanFinished span && span.service().equals(Services.CLIENT) && accepted(span)) {
            millis = Math.max(0, Duration.between(launchedAt, span.at()).toMillis());
        }
    }

    private static boolean accepted(SpanFinished span) {
        return span.outcome() == Outcome.OK && (span.attributes().getOrDefault("http.response.status_code", "").startsWith("2")
                || span.attributes().getOrDefault("rpc.grpc.status_code", "").equals("0"));
    }

    /// Empty as long as there was none.
    OptionalLong millis() {
        long known = millis;
        return known == NONE ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
