package dev.breakwater.shop.support.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void unlessItIsSetOtherwiseTenEntriesAreReadAtOnceAndASecondIsWaited() {
        assertEquals(10, Reading.USUAL.batch().get());
        assertEquals(1000, Reading.USUAL.blockMillis().get());
        assertTrue(Reading.USUAL.recovers().getAsBoolean());
    }
}
