package dev.breakwater.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class DelayStageTest {
    private static final Delays UP_TO_A_THOUSAND = random -> random.nextLong(1000);

    @Property
    void eachChunkComesInOrderAndNotBeforeItsTime(@ForAll @Size(min = 1, max = 50) List<@IntRange(max = 500) Integer> gaps,
            @ForAll long seed) {
        RandomGenerator same = new Draws(seed).generator();
        DelayStage stage = new DelayStage(UP_TO_A_THOUSAND, new Draws(seed).generator(), () -> {});
        List<Chunk> sent = new ArrayList<>();
        List<Long> due = new ArrayList<>();
        long now = 0;
        for (int gap : gaps) {
            now += gap;
            sent.add(Chunk.copyOf(ByteBuffer.allocate(1)));
            stage.put(sent.getLast(), now);
            due.add(Math.max(now + UP_TO_A_THOUSAND.nextNanos(same), due.isEmpty() ? 0 : due.getLast()));
        }
        for (int i = 0; i < sent.size(); i++) {
            assertEquals(due.get(i), stage.dueAt());
            assertNull(stage.poll(due.get(i) - 1));
            assertSame(sent.get(i), stage.poll(due.get(i)));
        }
        assertEquals(Stage.NEVER, stage.dueAt());
    }

    @Property
    void theSameSeedAndPlaceDecideAlike(@ForAll long seed, @ForAll long place) {
        RandomGenerator once = new Draws(seed).at("order-service->redis").at(place).generator();
        RandomGenerator again = new Draws(seed).at("order-service->redis").at(place).generator();
        RandomGenerator elsewhere = new Draws(seed).at("order-service->redis").at(place + 1).generator();
        assertEquals(once.longs(20).boxed().toList(), again.longs(20).boxed().toList());
        assertNotEquals(new Draws(seed).at("order-service->redis").at(place).generator().nextLong(), elsewhere.nextLong());
    }
}
