package dev.breakwater.app.cli;

import dev.breakwater.engine.Environments;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.scenario.NoSuchScenarioException;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import dev.breakwater.engine.scenario.ScenarioReader;
import dev.breakwater.engine.scenario.ScenarioRefusedException;
import dev.breakwater.engine.scenario.Spelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `run`, `up` and the window have in common.
final class RunOptions {
    static final String DEFAULT_SCENARIO = "order-saga";
    private static final List<String> LATER = List.of("docker", "remote");
    /// Seeds that are drawn are short, so that they can be typed again.
    private static final int DRAWN_SEEDS = 1_000_000;

    @Option(names = "--environment", paramLabel = "NAME",
            description = "local (installed brokers, else embedded ones) or embedded; default local")
    private @Nullable String environment;

    @Option(names = "--load", paramLabel = "RATE",
            description = "orders per second: 25/s, \"poisson 25/s\" or \"ramp 5/s to 50/s over 30s\"; default: the scenario's")
    private @Nullable String load;

    @Option(names = "--seed", paramLabel = "N", description = "decides all that is left to chance; default: drawn and told")
    private @Nullable Long seed;

    @Option(names = "--otlp", paramLabel = "URL",
            description = "another collector, to which the services send their traces as well: OTLP over gRPC at http://host:port")
    private @Nullable String otlp;

    /// Whether a load was asked for, instead of the scenario's own.
    boolean hasLoad() {
        return load != null;
    }

    /// Reads and checks everything; nothing has been started. Without `--load` the scenario's own load is put on.
    LabSettings settings(String scenarioOrFile) throws BadInputException {
        return settings(scenarioOrFile, false);
    }

    /// As [#settings], but without `--load` there is none.
    LabSettings settingsWithoutLoad(String scenarioOrFile) throws BadInputException {
        return settings(scenarioOrFile, true);
    }

    private LabSettings settings(String scenarioOrFile, boolean idle) throws BadInputException {
        String where = checkedEnvironment();
        Path home = Home.folder();
        Scenario scenario = scenario(home, scenarioOrFile);
        LoadProfile profile = load != null ? checkedLoad(load) : idle ? new LoadProfile.Constant(0) : scenario.load();
        long number = seed == null ? new SecureRandom().nextInt(DRAWN_SEEDS) : seed;
        return new LabSettings(home, scenario, where, number, profile, collector(), Home.launchedAt());
    }

    private Optional<URI> collector() throws BadInputException {
        if (otlp == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(otlp);
            boolean plain = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && plain && uri.getQuery() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException wrong) {
            // said below, as for an address of another form
        }
        throw new BadInputException("--otlp: need http://host:port, for example http://127.0.0.1:4317, not \"%s\"".formatted(otlp));
    }

    static Scenario scenario(Path home, String scenarioOrFile) throws BadInputException {
        try {
            return new ScenarioReader().read(new ScenarioFolder(home).find(scenarioOrFile));
        } catch (ScenarioRefusedException | NoSuchScenarioException refused) {
            throw new BadInputException(String.valueOf(refused.getMessage()));
        }
    }

    private String checkedEnvironment() throws BadInputException {
        List<String> names = Environments.names();
        String wanted = environment == null ? names.getFirst() : environment;
        if (LATER.contains(wanted)) {
            throw new BadInputException("the environment %s is not part of this version yet; there is %s".formatted(
                    wanted, String.join(", ", names)));
        }
        if (!names.contains(wanted)) {
            throw new BadInputException(Spelling.unknown("environment", wanted, names));
        }
        return wanted;
    }

    private static LoadProfile checkedLoad(String text) throws BadInputException {
        try {
            return Quantities.load(text);
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException("--load: " + wrong.getMessage());
        }
    }
}
