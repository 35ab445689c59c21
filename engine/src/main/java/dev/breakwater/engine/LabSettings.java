package dev.breakwater.engine;

import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;

/// What a lab is opened for.
///
/// @param home the checkout: where services, brokers and samples lie
/// @param environment as on the command line: `local` or `embedded`
/// @param seed decides all that is left to chance
/// @param load orders per second; the scenario's own, unless another was asked for
/// @param launchedAt when the user's command began; the first message is measured from there
public record LabSettings(Path home, Scenario scenario, String environment, long seed, LoadProfile load, Instant launchedAt) {}
