package dev.breakwater.engine.model.fold;

import static dev.breakwater.engine.model.fold.SpanFacts.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecentSpansTest {
    private final RecentSpans recent = new RecentSpans();

    @Test
    void aSpanIsKnownByItsIdAndItsKind() {
        assertTrue(recent.add(SpanFacts.client("a", "x", "y").span()));
        assertTrue(recent.add(SpanFacts.producer("b", "x", "s").between(3, 4).span()));
        assertTrue(recent.add(SpanFacts.server("c", "a", "y").span()));
        assertFalse(recent.add(SpanFacts.client("a", "x", "y").span()));
        assertTrue(recent.caller("a"));
        assertFalse(recent.caller("b"));
        assertEquals(T0.plusMillis(3), recent.sent("b"));
        assertEquals(null, recent.sent("a"));
        assertEquals(null, recent.sent("c"));
        assertEquals(null, recent.sent("nobody"));
    }

    @Test
    void oneGenerationIsAlwaysKnownAndTwoAreTheMost() {
        int many = 5 * RecentSpans.GENERATION;
        for (int i = 0; i < many; i++) {
            assertTrue(recent.add(SpanFacts.client(id(i), "x", "y").span()), "two ids for one: " + i);
        }
        for (int i = many - RecentSpans.GENERATION; i < many; i++) {
            assertTrue(recent.caller(id(i)));
        }
        for (int i = 0; i < many - 2 * RecentSpans.GENERATION; i++) {
            assertFalse(recent.caller(id(i)));
        }
    }

    private static String id(int number) {
        return HexFormat.of().toHexDigits((long) number);
    }
}
