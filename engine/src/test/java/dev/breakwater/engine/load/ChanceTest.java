package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.load.ShopClient.Trace;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
    private static final int CALLS = 10_000;

    /// Two calls with the same id would count as one.
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 42, 999_999, -1})
    void noTwoCallsOfARunShareTheirIds(long seed) {
        Set<String> spans = new HashSet<>();
        for (Chance chance : Chance.values()) {
            for (int number = 0; number < CALLS; number++) {
                String span = Trace.draw(chance.of(seed, number)).spanId();
                assertTrue(spans.add(span), () -> chance + " has the id of another call");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42})
    void theSameSeedGivesTheSameIds(long seed) {
        assertEquals(Trace.draw(Chance.LOOK.of(seed, 7)), Trace.draw(Chance.LOOK.of(seed, 7)));
    }
}
