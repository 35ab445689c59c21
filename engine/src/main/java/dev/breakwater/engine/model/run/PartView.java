package dev.breakwater.engine.model.run;

import java.time.Duration;
import java.time.Instant;

/// A broker or service of the run.
///
/// @param product what really runs, with its version: `Redis 7.0.15`, `Qpid Broker-J 10.1.0 (RabbitMQ dialect)`
/// @param pid 0 when there is no process
/// @param startup from the order to start until ready; zero before
/// @param message what it is doing or why it failed; empty when there is nothing to tell
public record PartView(
        String name, boolean broker, PartPhase phase, String product, long pid, Instant since, Duration startup, String message) {}
