package dev.breakwater.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path APP = Path.of(System.getProperty("breakwater.home", "..")).resolve("app/src/main");
    private static final Pattern QUOTED = Pattern.compile(
            "\"((?:latency|saga|breaker|log|timeline|startup|pattern|letters|aggregate|readModel)\\.[a-zA-Z]+)\"");

    @Test
    void everyTextThatIsUsedIsThereAndEveryTextIsUsed() throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(APP.resolve("resources/dev/breakwater/app/view/views.properties"))) {
            texts.load(in);
        }
        assertEquals(new TreeSet<>(texts.stringPropertyNames()), used());
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String folder : new String[] {"saga", "breaker", "latency", "log", "timeline", "startup", "pattern"}) {
            try (Stream<Path> files = Files.walk(APP.resolve("java/dev/breakwater/app/view").resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = QUOTED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }
        return used;
    }
}
