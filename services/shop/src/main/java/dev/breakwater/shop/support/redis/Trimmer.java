package dev.breakwater.shop.support.redis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Drops entries that every group has handled from streams that nobody reads a second time, so that Redis does not fill up.
public final class Trimmer {
    public static final Duration EVERY = Duration.ofSeconds(10);
    /// Younger entries stay in any case: for whoever looks at the stream.
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Script TRIM = new Script("trim.lua");

    private final Redis redis;
    private final List<String> streams;
    private final InstantSource clock;

    public Trimmer(Redis redis, List<String> streams, InstantSource clock) {
        this.redis = redis;
        this.streams = List.copyOf(streams);
        this.clock = clock;
    }

    /// @throws dev.breakwater.shop.support.outage.OutageException if Redis does not answer
    public void round() {
        String first = clock.instant().minus(KEPT).toEpochMilli() + "-0";
        streams.forEach(stream -> redis.call(commands -> TRIM.run(commands, new String[] {stream}, first)));
    }
}
