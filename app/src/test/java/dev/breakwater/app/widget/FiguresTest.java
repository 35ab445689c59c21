package dev.breakwater.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void timesHaveThreeDigitsAtMost() {
        assertEquals(List.of("0 ms", "0.04 ms", "0.6 ms", "4.1 ms", "10 ms", "861 ms", "1.0 s", "1.2 s", "12 s"),
                Stream.of(0L, 42_000L, 600_000L, 4_100_000L, 9_960_000L, 861_000_000L, 999_600_000L, 1_230_000_000L, 12_000_000_000L)
                        .map(Figures::time).toList());
    }

    @Test
    void ticksAreWholeUnits() {
        assertEquals(List.of("0.1 ms", "1 ms", "100 ms", "1 s", "10 s"),
                Stream.of(100_000L, 1_000_000L, 100_000_000L, 1_000_000_000L, 10_000_000_000L).map(Figures::tick).toList());
    }

    @Test
    void smallSharesKeepADecimal() {
        assertEquals(List.of("0 %", "0.4 %", "13 %", "100 %"), Stream.of(0.0, 0.4, 12.5, 100.0).map(Figures::percent).toList());
    }

    @Test
    void countsAndSpansAreGrouped() {
        assertEquals("1,171", Figures.count(1_171));
        assertEquals("12:05", Figures.span(725));
    }

    @Test
    void countdownsEndWithOneAndNeverGoBelowZero() {
        Instant end = Instant.parse("2026-01-01T00:00:30Z");
        assertEquals(List.of(30L, 30L, 1L, 0L, 0L), Stream.of(30_000L, 29_001L, 1L, 0L, -5_000L)
                .map(left -> Figures.secondsLeft(end.minusMillis(left), end)).toList());
    }
}
