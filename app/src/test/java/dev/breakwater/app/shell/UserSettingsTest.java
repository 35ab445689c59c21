package dev.breakwater.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.stage.layout.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSettingsTest {
    private final List<String> troubles = new ArrayList<>();
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void whatIsSetIsThereNextTime() {
        UserSettings first = settings("settings.properties");
        first.theme(ThemeChoice.LIGHT);
        first.reducedMotion(true);
        first.number("width", 1280);
        first.moved("order-saga", "order-service", new Point(120.4, -7.6));
        UserSettings next = settings("settings.properties");
        assertEquals(ThemeChoice.LIGHT, next.theme());
        assertEquals(true, next.reducedMotion());
        assertEquals(Optional.of(1280.0), next.number("width"));
        assertEquals(Map.of("order-service", new Point(120, -8)), next.of("order-saga"));
        assertEquals(Map.of(), next.of("order"));
        assertEquals(List.of(), troubles);
    }

    @Test
    void placesCanBeForgotten() {
        UserSettings settings = settings("settings.properties");
        settings.moved("order-saga", "order-service", new Point(1, 2));
        settings.forget("order-saga");
        assertEquals(Map.of(), settings("settings.properties").of("order-saga"));
    }

    @Test
    void aThemeWrittenByHandMayBeInSmallLetters() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "theme=dark\n");
        assertEquals(ThemeChoice.DARK, settings("settings.properties").theme());
    }

    @Test
    void aDamagedFileCountsAsUsualSettings() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "theme=PURPLE\nwidth=wide\nplace.a.b=1;2\nbad=\\u00zz\n");
        UserSettings settings = settings("settings.properties");
        assertEquals(ThemeChoice.SYSTEM, settings.theme());
        assertEquals(Optional.empty(), settings.number("width"));
        assertEquals(1, troubles.size());
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOfAndNothingBreaks() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        settings("file/settings.properties").theme(ThemeChoice.DARK);
        assertEquals(1, troubles.size());
    }

    @Test
    void theFileLiesWhereTheSystemWantsIt() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/home/ada/.config/breakwater/settings.properties"), UserSettings.usualFile(Map.of(), "Linux", home));
        assertEquals(Path.of("/x/breakwater/settings.properties"), UserSettings.usualFile(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home));
        assertEquals(Path.of("/home/ada/Library/Application Support/Breakwater/settings.properties"),
                UserSettings.usualFile(Map.of("XDG_CONFIG_HOME", "/x"), "Mac OS X", home));
        assertFalse(UserSettings.usualFile(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home).startsWith("relative"));
    }

    private UserSettings settings(String name) {
        return new UserSettings(folder.resolve(name), troubles::add);
    }
}
