package dev.breakwater.engine.link;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Holds every chunk back by its own delay; a chunk never overtakes an earlier one, so jitter does not change the order of bytes.
/// Many chunks are under way at once: the delay costs time, not throughput.
final class DelayStage implements Stage {
    private final Delays delays;
    private final RandomGenerator random;
    private final Runnable onHit;
    private final ArrayDeque<Held> held = new ArrayDeque<>();

    DelayStage(Delays delays, RandomGenerator random, Runnable onHit) {
        this.delays = delays;
        this.random = random;
        this.onHit = onHit;
    }

    @Override
    public void put(Chunk chunk, long now) {
        Held last = held.peekLast();
        long dueAt = now + (chunk.end() ? 0 : delays.nextNanos(random));
        held.addLast(new Held(chunk, last == null ? dueAt : Math.max(dueAt, last.dueAt)));
        if (!chunk.end()) {
            onHit.run();
        }
    }

    @Override
    public @Nullable Chunk poll(long now) {
        Held first = held.peekFirst();
        return first == null || first.dueAt > now ? null : release();
    }

    @Override
    public long dueAt() {
        Held first = held.peekFirst();
        return first == null ? NEVER : first.dueAt;
    }

    @Override
    public @Nullable Chunk release() {
        Held first = held.pollFirst();
        return first == null ? null : first.chunk;
    }

    private record Held(Chunk chunk, long dueAt) {}
}
