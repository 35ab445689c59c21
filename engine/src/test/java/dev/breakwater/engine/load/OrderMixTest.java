package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.engine.load.OrderMix.Wish;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OrderMixTest {
    private static final Traffic.Orders TRAFFIC = new Traffic.Orders(25, 0, List.of("keyboard", "mouse"), "yacht", 2, "sold-out", 3, 10,
            20, 2);

    @Test
    void theSameSeedOrdersTheSame() {
        assertEquals(wishes(7, 1000), wishes(7, 1000));
    }

    @Test
    void everyOrderHasItsOwnKey() {
        assertEquals(10_000, wishes(7, 10_000).stream().map(Wish::key).distinct().count());
    }

    @Test
    void sharesAreAsAskedFor() {
        List<Wish> wishes = wishes(7, 100_000);
        assertEquals(2_000, count(wishes, "yacht"), 200);
        assertEquals(3_000, count(wishes, "sold-out"), 200);
        assertEquals(47_500, count(wishes, "mouse"), 1_000);
        assertEquals(10_000, wishes.stream().filter(Wish::asksAfterwards).count(), 400);
        assertEquals(20_000, wishes.stream().filter(Wish::cancels).count(), 600);
        assertEquals(2_000, wishes.stream().filter(wish -> wish.cancels() && wish.asksAfterwards()).count(), 200);
        assertEquals(25, wishes.stream().map(Wish::user).distinct().count());
    }

    private static long count(List<Wish> wishes, String product) {
        return wishes.stream().filter(wish -> wish.product().equals(product)).count();
    }

    private static List<Wish> wishes(long seed, int count) {
        OrderMix mix = new OrderMix(TRAFFIC, seed);
        return LongStream.range(0, count).mapToObj(mix::wish).toList();
    }
}
