package dev.breakwater.shop.support.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.shop.support.control.Switches;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static Work work(long seed) {
        return new Work(seed, new Switches(_ -> Optional.empty()), 1000, 5000);
    }

    private static List<Integer> times(long seed) {
        Work work = work(seed);
        return IntStream.range(0, 200).mapToObj(order -> work.millis("o-" + order, 0)).toList();
    }

    @Test
    void theSeedDecidesHowLongAnOrderTakesAndItIsOneToFiveSeconds() {
        assertEquals(times(42), times(42));
        assertNotEquals(times(42), times(43));
        assertTrue(times(42).stream().allMatch(millis -> millis >= 1000 && millis <= 5000));
        assertTrue(times(42).stream().distinct().count() > 100);
    }
}
