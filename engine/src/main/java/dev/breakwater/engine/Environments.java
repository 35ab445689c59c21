package dev.breakwater.engine;

import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.local.LocalEnvironment;
import dev.breakwater.engine.environment.local.LocalSettings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The environments that there are: one line each.
public final class Environments {
    private static final Map<String, EnvironmentSource> SOURCES = new LinkedHashMap<>();

    static {
        SOURCES.put(LocalSettings.LOCAL, (settings, clock) -> LocalEnvironment.open(LocalSettings.local(settings.home(), clock)));
        SOURCES.put(LocalSettings.EMBEDDED, (settings, clock) -> LocalEnvironment.open(LocalSettings.embedded(settings.home(), clock)));
    }

    private Environments() {}

    /// As on the command line; the first is the default.
    public static List<String> names() {
        return List.copyOf(SOURCES.keySet());
    }

    /// Opens the one that the settings name; what an earlier lab left behind is swept first.
    public static Environment open(LabSettings settings, InstantSource clock) throws StartFailedException {
        EnvironmentSource source = SOURCES.get(settings.environment());
        if (source == null) {
            throw new IllegalArgumentException("there is no environment " + settings.environment());
        }
        return source.open(settings, clock);
    }
}
