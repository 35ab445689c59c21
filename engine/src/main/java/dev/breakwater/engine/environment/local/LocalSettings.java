package dev.breakwater.engine.environment.local;

import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.program.Jvm;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// How a [LocalEnvironment] is to be.
///
/// @param name as on the command line
/// @param home of Breakwater: the folder with `services`
/// @param useInstalled whether a broker that is installed on this machine is preferred to the embedded one
/// @param services which to start, in this order
/// @param serviceJvm what all of them run on
/// @param trainingMain uses all of them for a while in one JVM and ends: for their AOT cache
/// @param variables those of the lab itself: PATH, HOME and the like
public record LocalSettings(
        String name,
        Path home,
        CacheFolder cache,
        boolean useInstalled,
        List<ServiceKind> services,
        Jvm serviceJvm,
        String trainingMain,
        Map<String, String> variables,
        InstantSource clock) {
    public static final String LOCAL = "local";
    public static final String EMBEDDED = "embedded";

    public LocalSettings {
        services = List.copyOf(services);
        variables = Map.copyOf(variables);
    }

    /// Brokers of this machine where there are any, else embedded ones.
    public static LocalSettings local(Path home, InstantSource clock) {
        return of(LOCAL, home, true, clock);
    }

    /// Embedded brokers always.
    public static LocalSettings embedded(Path home, InstantSource clock) {
        return of(EMBEDDED, home, false, clock);
    }

    private static LocalSettings of(String name, Path home, boolean useInstalled, InstantSource clock) {
        // room for survivors: requests that wait would else be kept as old objects, and the old generation grow
        Jvm shop = new Jvm("shop", home.resolve("services/shop"), List.of("-Xms10m", "-Xmn6m", "-XX:SurvivorRatio=2", "-Xmx40m"));
        return new LocalSettings(
                name, home, CacheFolder.ofUser(), useInstalled, ServiceKind.SHOP_SERVICES, shop, ServiceKind.SHOP_TRAINING,
                System.getenv(), clock);
    }

    /// The embedded brokers and no services.
    LocalSettings brokersOnly() {
        return new LocalSettings(EMBEDDED, home, cache, false, List.of(), serviceJvm, trainingMain, variables, clock);
    }
}
