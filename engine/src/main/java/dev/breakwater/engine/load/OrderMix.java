package dev.breakwater.engine.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Who orders what: the n-th order is a pure function of the seed and n.
final class OrderMix {
    private final Traffic.Orders traffic;
    private final long seed;

    OrderMix(Traffic.Orders traffic, long seed) {
        this.traffic = traffic;
        this.seed = seed;
    }

    /// One order before it is placed.
    ///
    /// @param user 0 to `traffic.users()` − 1
    /// @param key the same for every try of this order, and for no other
    /// @param asksAfterwards whether the user looks at the orders once it is accepted
    /// @param cancels whether it is cancelled once it is accepted
    record Wish(int user, String product, int quantity, String key, boolean asksAfterwards, boolean cancels) {}

    Wish wish(long number) {
        RandomGenerator random = new SplittableRandom(seed * 31 + number);
        int user = random.nextInt(traffic.users());
        double share = random.nextDouble(100);
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        boolean asks = random.nextDouble(100) < traffic.queryPercent();
        boolean cancels = Chance.CANCEL.of(seed, number).nextDouble(100) < traffic.cancelPercent();
        if (share < traffic.overLimitPercent()) {
            return new Wish(user, traffic.overLimitProduct(), 1, key, asks, cancels);
        }
        if (share < traffic.overLimitPercent() + traffic.soldOutPercent()) {
            return new Wish(user, traffic.soldOutProduct(), 1, key, asks, cancels);
        }
        List<String> products = traffic.products();
        return new Wish(user, products.get(random.nextInt(products.size())), random.nextInt(1, 4), key, asks, cancels);
    }
}
