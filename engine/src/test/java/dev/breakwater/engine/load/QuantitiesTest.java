package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "15s, PT15S", "1.5m, PT1M30S", "2h, PT2H", "0s, PT0S"})
    void timesAreReadWithTheirUnit(String text, Duration meant) {
        assertEquals(meant, Quantities.duration(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "-5s", "5 s", "1e3s", "9999999s", "5d"})
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quantities.duration(text));
    }

    @Test
    void loadsAreReadInAllForms() {
        assertEquals(new LoadProfile.Constant(25), Quantities.load("25/s"));
        assertEquals(new LoadProfile.Constant(0.5), Quantities.load("constant 0.5/s"));
        assertEquals(new LoadProfile.Poisson(10_000), Quantities.load("poisson 10000/s"));
        assertEquals(new LoadProfile.Ramp(5, 50, Duration.ofSeconds(30)), Quantities.load("ramp 5/s to 50/s over 30s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "-1/s", "10001/s", "25/m", "ramp 5/s", "ramp 5/s to 50/s over 0s", "fast"})
    void whatIsNoLoadIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quantities.load(text));
    }
}
