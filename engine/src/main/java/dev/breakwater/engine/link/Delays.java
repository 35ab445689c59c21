package dev.breakwater.engine.link;

import java.util.random.RandomGenerator;

/// How long each chunk is held back. One generator per direction of a connection, seeded from the run: so the n-th chunk of a
/// connection is decided alike in every run with that seed.
@FunctionalInterface
public interface Delays {
    /// Nanoseconds, 0 or more, for the next chunk.
    long nextNanos(RandomGenerator random);
}
