package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.scenario.Knob;
import dev.breakwater.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The README's table of patterns is made from the folders: `mvn … -Dtest=ReadmePatternsTest -Dreadme.write=true` writes it anew.
final class ReadmePatternsTest {
    private static final String BEGIN = "<!-- patterns: made from samples/patterns -->\n";
    private static final String END = "<!-- end of patterns -->\n";

    @Test
    void theTableIsThatOfTheFolders() throws IOException {
        Path file = Home.folder().resolve("README.md");
        String readme = Files.readString(file);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(file, readme.substring(0, from) + table() + readme.substring(to));
        } else {
            assertEquals(table(), readme.substring(from, to));
        }
    }

    private static String table() {
        return "| pattern | `run …` | brokers | can be set |\n|---|---|---|---|\n"
                + Patterns.all(Home.folder()).stream().map(ReadmePatternsTest::row).collect(Collectors.joining());
    }

    private static String row(Scenario pattern) {
        List<String> settings = pattern.knobs().stream().map(ReadmePatternsTest::setting).toList();
        return "| %s | `%s` | %s | %s |\n".formatted(pattern.title(), pattern.id(), String.join(", ", pattern.brokers()),
                settings.isEmpty() ? "–" : String.join(", ", settings));
    }

    private static String setting(Knob knob) {
        return switch (knob) {
            case Knob.Choice choice -> "%s: %s".formatted(choice.title(), String.join(" or ", choice.values()));
            case Knob.Range number -> number.title();
        };
    }
}
