package dev.breakwater.engine.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.run.LoadView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactQueueTest {
    private static final Fact LINE = new Fact.LineLogged(Instant.EPOCH, "a", "line");
    private static final Fact IMPORTANT = new Fact.LoadSampled(Instant.EPOCH, LoadView.NONE);
    private final FactQueue queue = new FactQueue();

    @Test
    void allThatWasPutIsTakenAtOnceInOrder() throws InterruptedException {
        queue.offer(LINE);
        queue.offer(IMPORTANT);
        assertEquals(List.of(LINE, IMPORTANT), queue.take(0));
        assertEquals(List.of(), queue.take(0));
        assertEquals(2, queue.accepted());
    }

    @Test
    void aFloodIsCutAndCountedAndLeavesRoomForWhatMatters() throws InterruptedException {
        for (int i = 0; i < FactQueue.LIMIT; i++) {
            assertTrue(queue.offer(LINE));
        }
        assertFalse(queue.offer(LINE));
        for (int i = 0; i < FactQueue.RESERVE; i++) {
            assertTrue(queue.offer(IMPORTANT));
        }
        assertFalse(queue.offer(IMPORTANT));
        assertEquals(2, queue.takeDropped());
        assertEquals(0, queue.takeDropped());
        assertEquals(FactQueue.LIMIT + FactQueue.RESERVE, queue.take(0).size());
        assertTrue(queue.offer(LINE));
    }

    @Test
    void longTextsFillItBeforeTheirNumberDoes() throws InterruptedException {
        Fact megabyte = new Fact.LineLogged(Instant.EPOCH, "a", "x".repeat(1 << 20));
        int taken = 0;
        while (queue.offer(megabyte)) {
            taken++;
        }
        assertEquals(FactQueue.TEXT_LIMIT >> 20, taken);
        queue.take(0);
        assertTrue(queue.offer(megabyte));
    }
}
