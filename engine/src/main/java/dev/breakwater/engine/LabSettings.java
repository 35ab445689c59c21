package dev.breakwater.engine;

import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.LoadProfile.Constant;
import dev.breakwater.engine.load.LoadProfile.Ramp;
import dev.breakwater.engine.scenario.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a lab is opened for.
///
/// @param home the checkout: where services, brokers and samples lie
/// @param environment as on the command line: `local` or `embedded`
/// @param seed decides all that is left to chance
/// @param load orders per second; the scenario's own, unless another was asked for
/// @param collector another one, to which the services send their telemetry as well: OTLP over gRPC at `http://host:port`
/// @param launchedAt when the user's command began; the first message is measured from there
public record LabSettings(Path home, Scenario scenario, String environment, long seed, LoadProfile load,
        Optional<URI> collector, Instant launchedAt) {
    /// What young JVMs need on two cores before they keep up.
    static final Duration WARM_UP = Duration.ofSeconds(20);

    /// For people who watch: a constant load grows to its rate, because services that have just started would time out under all of it,
    /// with nothing broken.
    public LabSettings gentle() {
        LoadProfile grown = load instanceof Constant(double rate) && rate > 1 ? new Ramp(1, rate, WARM_UP) : load;
        return new LabSettings(home, scenario, environment, seed, grown, collector, launchedAt);
    }
}
