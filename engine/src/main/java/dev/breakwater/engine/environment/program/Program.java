package dev.breakwater.engine.environment.program;

import dev.breakwater.engine.environment.probe.Probe;
import dev.breakwater.engine.environment.process.ChildCommand;
import dev.breakwater.engine.environment.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a part of the run runs: a broker or a service. Keeps no state: a restart asks for the same command again.
public interface Program {
    String name();

    boolean broker();

    /// Those on 127.0.0.1 that it will listen on.
    List<Integer> ports();

    /// All ports that were reserved for it, also those of its companion.
    default List<Integer> reserved() {
        return ports();
    }

    /// How long it may take until it is ready.
    Duration patience();

    /// What to run. Writes the files that it needs.
    ///
    /// @throws IOException when these cannot be written, or what it runs is not there
    ChildCommand command() throws IOException;

    /// A process that it needs beside it, which stays while it is killed and restarted.
    default Optional<ChildCommand> companion() throws IOException {
        return Optional.empty();
    }

    Probe probe(ChildProcess process);

    /// What the user should know about it though it runs; empty when there is nothing.
    default String note() {
        return "";
    }
}
