package dev.breakwater.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveTableTest {
    @Test
    void aPartSaysHowItStandsAndWhatItReallyIs() {
        PartView ready = new PartView("redis", true, PartPhase.READY, "Redis 7.0.15", 17, Instant.EPOCH, Duration.ofMillis(120), "");
        assertEquals("* redis                  ready after 0.1 s  Redis 7.0.15", LiveTable.part(ready));
        PartView dead = new PartView("user-service", false, PartPhase.DEAD, "", 0, Instant.EPOCH, Duration.ZERO, "exit code 1");
        assertEquals("  user-service           dead                exit code 1", LiveTable.part(dead));
    }

    @Test
    void theTableNeverOutgrowsTheTerminal() {
        List<String> lines = LiveTable.lines(RunSnapshot.EMPTY, 40, 4);
        assertEquals(3, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 40), lines::toString);
    }

    @Test
    void theTableIsRedrawnInPlace() {
        StringWriter text = new StringWriter();
        Screen screen = new Screen(new PrintWriter(text));
        screen.draw(List.of("a", "b"));
        screen.draw(List.of("c"));
        assertEquals("a\nb\n\u001b[2A\r\u001b[Jc\n", text.toString());
    }
}
