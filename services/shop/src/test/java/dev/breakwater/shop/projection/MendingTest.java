package dev.breakwater.shop.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MendingTest {
    @Test
    void rebuildsWheneverFoldingBeginsAgainAndAtNoOtherChange() {
        AtomicBoolean folds = new AtomicBoolean(true);
        AtomicInteger rebuilds = new AtomicInteger();
        Mending mending = new Mending(folds::get, rebuilds::incrementAndGet);
        List<Integer> after = new ArrayList<>();
        for (boolean next : List.of(true, false, false, true, true, false, true)) {
            folds.set(next);
            mending.run();
            after.add(rebuilds.get());
        }
        assertEquals(List.of(0, 0, 0, 1, 1, 1, 2), after);
    }
}
