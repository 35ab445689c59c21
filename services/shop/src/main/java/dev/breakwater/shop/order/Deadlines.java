package dev.breakwater.shop.order;

import dev.breakwater.contract.Keys;
import dev.breakwater.shop.support.redis.Journal;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Looks for sagas whose current step has taken too long. Several instances may look: only one commit can win.
final class Deadlines {
    static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;

    private final Journal journal;
    private final OrderSagas sagas;
    private final InstantSource clock;

    Deadlines(Journal journal, OrderSagas sagas, InstantSource clock) {
        this.journal = journal;
        this.sagas = sagas;
        this.clock = clock;
    }

    void round() {
        late().forEach(this::timeOut);
    }

    private List<String> late() {
        return journal.redis().call(commands ->
                commands.zrangebyscore(Keys.SAGA_DEADLINES, Range.create(0, clock.millis()), Limit.from(AT_ONCE)));
    }

    private void timeOut(String orderId) {
        Optional<SagaState> state = SagaState.read(journal.redis(), orderId);
        if (state.isPresent() && state.get().saga().isActive()) {
            journal.commit(sagas.step(state.get(), new SagaEvent.StepTimedOut()));
        } else {
            journal.redis().call(commands -> commands.zrem(Keys.SAGA_DEADLINES, orderId));
        }
    }
}
