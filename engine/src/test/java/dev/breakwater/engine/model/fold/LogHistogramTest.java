package dev.breakwater.engine.model.fold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogHistogramTest {
    @Test
    void anEmptyOneAnswersZero() {
        assertArrayEquals(new long[] {0, 0}, new LogHistogram().percentilesNanos(50, 99));
    }

    @Test
    void percentilesAreOffByAtMostTwoPercent() {
        Random random = new Random(7);
        long[] values = LongStream.generate(() -> (long) Math.exp(11 + random.nextDouble() * 13)).limit(20_000).toArray();
        LogHistogram histogram = new LogHistogram();
        Arrays.stream(values).forEach(histogram::record);
        Arrays.sort(values);
        for (double percent : new double[] {1, 25, 50, 90, 95, 99, 99.9, 100}) {
            long exact = values[(int) Math.ceil(percent / 100 * values.length) - 1];
            assertClose(exact, histogram.percentileNanos(percent));
        }
    }

    @Test
    void valuesOutsideOfTheRangeCountAtItsEnds() {
        LogHistogram histogram = new LogHistogram();
        histogram.record(-5);
        histogram.record(Long.MAX_VALUE);
        assertEquals(512, histogram.percentileNanos(50));
        assertClose(LogHistogram.MAX_NANOS, histogram.percentileNanos(100));
    }

    @Test
    void theSumOfTwoHoldsBoth() {
        LogHistogram slow = new LogHistogram();
        slow.record(1_000_000_000);
        LogHistogram sum = new LogHistogram();
        sum.record(1_000_000);
        sum.add(slow);
        assertEquals(2, sum.total());
        assertClose(1_000_000, sum.percentileNanos(50));
        assertClose(1_000_000_000, sum.percentileNanos(99));
    }

    private static void assertClose(long exact, long answer) {
        assertTrue(Math.abs(answer - exact) <= exact * 0.016, "%d is not within 1.6 %% of %d".formatted(answer, exact));
    }
}
