package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
    @Property
    void robustPauseDoublesAndHasUpToASecondOfJitter(@ForAll long seed, @ForAll @IntRange(max = 2) int attempt) {
        long millis = new RetryPause(() -> "robust", new Random(seed)).after(attempt).toMillis();
        long base = 1000L << attempt;
        assertTrue(base <= millis && millis < base + 1000, () -> "attempt " + attempt + ": " + millis);
    }

    @Test
    void naiveDoesNotPause() {
        assertEquals(Duration.ZERO, new RetryPause(() -> "naive", new Random(1)).after(0));
    }
}
