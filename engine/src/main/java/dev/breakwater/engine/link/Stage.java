package dev.breakwater.engine.link;

import org.jspecify.annotations.Nullable;

/// What one fault does to one direction of one connection. Chunks go in as they come and out when they are due, in the same order.
/// Several faults on a link make a chain, in the order in which they were injected. Only the loop's thread uses it.
interface Stage {
    long NEVER = Long.MAX_VALUE;

    void put(Chunk chunk, long now);

    /// The next chunk that is due, if there is one.
    @Nullable Chunk poll(long now);

    /// When [#poll] will have something, by the loop's ticker; [#NEVER] while it is empty.
    long dueAt();

    /// The next chunk, due or not: the fault is healed.
    @Nullable Chunk release();
}
