package dev.breakwater.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrameTimesTest {
    private final FrameTimes times = new FrameTimes();

    @Test
    void beforeTheSecondFrameThereIsNothingToTell() {
        times.mark(5);
        assertEquals(0, times.percentile(99));
    }

    @Test
    void theNinetyNinthPercentileIgnoresOneSlowFrameInAHundred() {
        long now = 0;
        times.mark(now);
        for (int i = 1; i <= 100; i++) {
            now += i == 50 ? 90 : 16;
            times.mark(now);
        }
        assertEquals(16, times.percentile(99));
        assertEquals(90, times.percentile(100));
        assertEquals(100, times.frames());
    }

    @Test
    void onlyTheLastFramesAreKept() {
        for (long i = 0; i < 20_000; i++) {
            times.mark(i < 10_000 ? i * 1_000 : 10_000_000 + i * 10);
        }
        assertEquals(10, times.percentile(99));
    }
}
