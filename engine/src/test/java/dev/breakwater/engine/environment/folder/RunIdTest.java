package dev.breakwater.engine.environment.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdTest {
    private final RunId own = RunId.ofThisProcess(new Random(1));

    @Test
    void isReadAsItIsWritten() {
        RunId read = RunId.parse(own.toString()).orElseThrow();
        assertEquals(own.toString(), read.toString());
        assertTrue(read.ownerLives());
    }

    @Test
    void aLaterProcessWithTheSamePidIsNotTheOwner() {
        assertFalse(new RunId(own.pid(), own.start().minus(Duration.ofMinutes(1)), "00000000").ownerLives());
    }

    @Test
    void otherNamesAreNoRuns() {
        for (String name : new String[] {"", "x", "12-34", "12-34-xyz", "../../etc", "12-34-0123456789"})
            assertEquals(Optional.empty(), RunId.parse(name), name);
    }
}
