package dev.breakwater.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogAxisTest {
    private static final long MS = LogAxis.MILLISECOND;

    @Test
    void eachDecadeIsEquallyTall() {
        LogAxis axis = LogAxis.forFastest(2 * MS, 0, 400);
        assertEquals(List.of(MS, 10 * MS, 100 * MS, 1_000 * MS, 10_000 * MS), axis.decades());
        assertEquals(List.of(400.0, 300.0, 200.0, 100.0, 0.0), axis.decades().stream().map(d -> Math.rint(axis.y(d) * 1e6) / 1e6).toList());
    }

    @Test
    void valuesOutsideStandAtTheEnds() {
        LogAxis axis = LogAxis.forFastest(2 * MS, 10, 410);
        assertEquals(410, axis.y(1), 1e-9);
        assertEquals(10, axis.y(60_000 * MS), 1e-9);
    }

    @Test
    void oneMoreDecadeAppearsForWhatIsFasterThanAMillisecond() {
        assertEquals(100_000, LogAxis.forFastest(600_000, 0, 1).decades().getFirst());
        assertEquals(MS, LogAxis.forFastest(MS, 0, 1).decades().getFirst());
        assertEquals(MS, LogAxis.forFastest(Long.MAX_VALUE, 0, 1).decades().getFirst());
    }

    @Test
    void zeroHasNoPlaceOnALogAxis() {
        assertThrows(IllegalArgumentException.class, () -> new LogAxis(0, 10, 0, 1));
    }
}
