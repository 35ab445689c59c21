package dev.breakwater.engine;

import dev.breakwater.engine.environment.Environment;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.folder.Leftovers;
import dev.breakwater.engine.environment.local.LocalEnvironment;
import dev.breakwater.engine.environment.local.LocalSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The environments that there are: one line each.
public final class Environments {
    private static final Logger LOG = LoggerFactory.getLogger(Environments.class);
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
        sweep();
        return source.open(settings, clock);
    }

    private static void sweep() {
        try {
            Leftovers.sweep(CacheFolder.ofUser()).forEach(left -> LOG.info("removed what run {} had left behind", left.run()));
        } catch (IOException unreadable) {
            LOG.warn("leftovers of killed labs could not be removed: {}", unreadable.toString());
        }
    }
}
