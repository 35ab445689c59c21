package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
    @Property
    void robustPauseDoublesAndHasUpToASecondOfJitter(@ForAll long seed, @ForAll @IntRange(max = 2) int attempt) {
        long millis = new RetryPause(() -> "robust", () -> 2, () -> 1000, new Random(seed)).after(attempt).toMillis();
        long base = 1000L << attempt;
        assertTrue(base <= millis && millis < base + 1000, () -> "attempt " + attempt + ": " + millis);
    }

    @Test
    void threeAttemptsAreMadeUnlessItIsSetOtherwise() {
        RetryPause pause = new RetryPause(() -> "robust", () -> RetryPause.RETRIES, () -> RetryPause.BASE_MILLIS, new Random(1));
        assertEquals(List.of(false, false, true), IntStream.range(0, 3).mapToObj(pause::isLast).toList());
        assertEquals(1000, RetryPause.BASE_MILLIS);
    }

    @Test
    void naiveDoesNotPause() {
        assertEquals(Duration.ZERO, new RetryPause(() -> "naive", () -> 2, () -> 1000, new Random(1)).after(0));
    }
}
