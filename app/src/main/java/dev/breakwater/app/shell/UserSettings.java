package dev.breakwater.app.shell;

import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.stage.StagePlaces;
import dev.breakwater.app.view.stage.layout.Point;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/// What a user has set, in one small file. A file that cannot be read counts as empty; one that cannot be written is told of.
public final class UserSettings implements StagePlaces {
    private static final String THEME = "theme";
    private static final String REDUCED_MOTION = "reducedMotion";
    private final Path file;
    private final Consumer<String> trouble;
    private final Properties values = new Properties();

    /// @param trouble hears one sentence when the settings could not be kept
    public UserSettings(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                values.clear();
                trouble.accept("The settings in %s cannot be read and start anew: %s".formatted(file, unreadable.getMessage()));
            }
        }
    }

    /// Where settings lie on this machine: `~/.config/breakwater`, or what XDG says; on a Mac in `Application Support`.
    public static Path usualFile(Map<String, String> environment, String system, Path home) {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = system.toLowerCase(Locale.ROOT).contains("mac") ? home.resolve("Library/Application Support/Breakwater")
                : xdg.startsWith("/") ? Path.of(xdg, "breakwater") : home.resolve(".config/breakwater");
        return folder.resolve("settings.properties");
    }

    public ThemeChoice theme() {
        String name = values.getProperty(THEME, "");
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equalsIgnoreCase(name.strip())) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    public void theme(ThemeChoice choice) {
        put(THEME, choice.name());
    }

    public boolean reducedMotion() {
        return Boolean.parseBoolean(values.getProperty(REDUCED_MOTION, "false"));
    }

    public void reducedMotion(boolean reduce) {
        put(REDUCED_MOTION, Boolean.toString(reduce));
    }

    /// A number that was kept under this name, for example the width of the window.
    public Optional<Double> number(String name) {
        try {
            return Optional.ofNullable(values.getProperty(name)).map(Double::parseDouble).filter(Double::isFinite);
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    public void number(String name, double value) {
        put(name, Double.toString(value));
    }

    @Override
    public Map<String, Point> of(String scenario) {
        Map<String, Point> places = new HashMap<>();
        String prefix = prefix(scenario);
        for (String key : values.stringPropertyNames()) {
            String[] xy = values.getProperty(key).split(",", 2);
            if (key.startsWith(prefix) && xy.length == 2) {
                try {
                    places.put(key.substring(prefix.length()), new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
                } catch (NumberFormatException damaged) {
                    // the layout's own place is as good
                }
            }
        }
        return places;
    }

    @Override
    public void moved(String scenario, String node, Point place) {
        put(prefix(scenario) + node, Math.rint(place.x()) + "," + Math.rint(place.y()));
    }

    @Override
    public void forget(String scenario) {
        if (values.keySet().removeIf(key -> key.toString().startsWith(prefix(scenario)))) {
            save();
        }
    }

    private static String prefix(String scenario) {
        return "place." + scenario + ".";
    }

    private void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value))) {
            save();
        }
    }

    private void save() {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                values.store(writer, "Breakwater");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            trouble.accept("The settings could not be kept in %s: %s".formatted(file, full.getMessage()));
        }
    }
}
