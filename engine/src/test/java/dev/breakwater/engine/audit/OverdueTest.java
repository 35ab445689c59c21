package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class OverdueTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);

    @Test
    void graceCountsFromTheBeginningOrFromTheLastHeal() {
        assertEquals(false, Overdue.is(NOW.minusSeconds(60), NOW, Instant.MIN, GRACE));
        assertEquals(true, Overdue.is(NOW.minusSeconds(61), NOW, Instant.MIN, GRACE));
        assertEquals(false, Overdue.is(NOW.minusSeconds(300), NOW, NOW.minusSeconds(59), GRACE));
        assertEquals(true, Overdue.is(NOW.minusSeconds(300), NOW, NOW.minusSeconds(61), GRACE));
    }

    @Test
    void nothingIsOverdueWhileAFaultIsActive() {
        assertEquals(false, Overdue.is(NOW.minusSeconds(300), NOW, Instant.MAX, GRACE));
    }
}
