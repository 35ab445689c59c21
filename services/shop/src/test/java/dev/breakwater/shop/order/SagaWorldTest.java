package dev.breakwater.shop.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Sagas in a small world where messages come in any order and some twice, and where steps time out whenever they like.
class SagaWorldTest {
    @Property(tries = 3000)
    void everyOrderEndsConfirmedAndPaidOrCancelledAndFree(@ForAll long seed, @ForAll boolean declined, @ForAll boolean soldOut,
            @ForAll boolean impatient, @ForAll boolean orchestrated) {
        SagaWorld world = new SagaWorld(new Random(seed), declined, soldOut, impatient, orchestrated);
        world.run();
        boolean confirmed = world.saga.status().equals("completed");
        assertEquals(confirmed, world.events.getLast().equals("OrderConfirmed"), () -> world.log.toString());
        assertTrue(confirmed || List.of("failed", "compensated").contains(world.saga.status()), () -> world.log.toString());
        assertEquals(confirmed, world.charged, () -> world.log.toString());
        assertEquals(confirmed, world.taken, () -> world.log.toString());
        assertTrue(world.charges <= 1, () -> world.log.toString());
    }
}
