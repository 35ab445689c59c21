package dev.breakwater.engine.model.saga;

import java.util.List;

/// All sagas counted, and the newest of them in full.
///
/// @param recent newest first, at most 500; unfinished ones are never dropped before finished ones
public record SagaBoard(long active, long completed, long failed, long compensated, long stuck, List<SagaView> recent) {
    public static final SagaBoard EMPTY = new SagaBoard(0, 0, 0, 0, 0, List.of());

    public SagaBoard {
        recent = List.copyOf(recent);
    }
}
