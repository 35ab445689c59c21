package dev.breakwater.shop.support.redis;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How a consumer of a group reads; looked at before each read.
///
/// @param batch entries at once, at most; they are handled side by side
/// @param blockMillis how long a read waits for an entry; below the timeout of a command
/// @param recovers whether entries that are pending are taken up, or only new ones read
public record Reading(Supplier<Integer> batch, Supplier<Integer> blockMillis, BooleanSupplier recovers) {
    public static final int BATCH = 10;
    public static final int BLOCK_MILLIS = 1_000;
    public static final int MOST_BLOCK_MILLIS = 2_000;
    public static final Reading USUAL = new Reading(() -> BATCH, () -> BLOCK_MILLIS, () -> true);
}
