package dev.breakwater.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private final TimeAxis axis = new TimeAxis(1_000, 1_300, 50, 350);

    @Test
    void aSecondIsAPixelHere() {
        assertEquals(50, axis.x(1_000L), 1e-9);
        assertEquals(200, axis.x(1_150L), 1e-9);
        assertEquals(1_150, axis.second(200), 1e-9);
    }

    @Test
    void whatIsReadStaysOnTheAxis() {
        assertEquals(1_000, axis.second(0), 1e-9);
        assertEquals(1_300, axis.second(1_000), 1e-9);
    }
}
