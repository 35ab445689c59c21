package dev.breakwater.shop.order;

import dev.breakwater.contract.Keys;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.json.InvalidJsonException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Journal;
import dev.breakwater.shop.support.redis.SagaVariant;
import dev.breakwater.shop.support.redis.Stored;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for sagas whose current step has taken too long. Several instances may look: only one commit can win.
final class Deadlines {
    static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final Journal journal;
    private final OrderSagas sagas;
    private final SagaVariant variant;
    private final InstantSource clock;

    /// @param variant naive, nothing is ever late
    Deadlines(Journal journal, OrderSagas sagas, SagaVariant variant, InstantSource clock) {
        this.journal = journal;
        this.sagas = sagas;
        this.variant = variant;
        this.clock = clock;
    }

    void round() {
        if (!variant.isNaive()) {
            late().forEach(this::timeOut);
        }
    }

    private List<String> late() {
        return journal.redis().call(commands ->
                commands.zrangebyscore(Keys.SAGA_DEADLINES, Range.create(0, clock.millis()), Limit.from(AT_ONCE)));
    }

    /// A saga that cannot be read keeps no other one waiting.
    private void timeOut(String orderId) {
        try {
            Optional<SagaState> state = SagaState.read(journal.redis(), orderId);
            if (state.isPresent() && state.get().saga().isActive()) {
                journal.commit(sagas.step(state.get(), new SagaEvent.StepTimedOut()));
            } else {
                journal.commit(forgetting(orderId, state));
            }
        } catch (FieldException | InvalidJsonException unreadable) {
            LOG.warn("the saga of order {} cannot be read, its deadline is dropped: {}", orderId, unreadable.getMessage());
            journal.commit(forgetting(orderId, Optional.empty()));
        }
    }

    /// Drops the deadline, unless the saga has gone on meanwhile and got a new one.
    private Commit forgetting(String orderId, Optional<SagaState> seen) {
        Stored stored = seen.map(SagaState::stored).orElseGet(() -> journal.redis().read(Keys.saga(orderId)));
        return new Commit().ifUnchanged(stored).command("ZREM", Keys.SAGA_DEADLINES, orderId);
    }
}
