package dev.breakwater.shop.inventory;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.contract.Keys;
import dev.breakwater.shop.support.json.FieldException;
import dev.breakwater.shop.support.redis.Commit;
import dev.breakwater.shop.support.redis.Redis;
import dev.breakwater.shop.support.redis.Stored;
import io.lettuce.core.SetArgs;
import java.util.Map;
import java.util.Optional;

/// The units in stock, in Redis. A product that was never touched has the catalogue's initial stock.
final class Stock {
    private final Redis redis;

    Stock(Redis redis) {
        this.redis = redis;
    }

    /// Writes the known products' initial stock where none is written yet, so that one can look at it.
    void lay() {
        for (Catalogue.Product product : Catalogue.PRODUCTS) {
            String units = Long.toString(product.initialStock());
            redis.call(commands -> commands.set(Keys.stock(product.id()), units, SetArgs.Builder.nx()));
        }
    }

    long units(String productId) {
        return units(productId, redis.read(Keys.stock(productId)));
    }

    /// Adds to the commit: take all of it.
    ///
    /// @return the product that there is not enough of; then the commit is as it was
    Optional<String> take(Commit commit, Map<String, Long> wanted) {
        Commit taking = new Commit();
        for (Map.Entry<String, Long> entry : wanted.entrySet()) {
            String product = entry.getKey();
            Stored stored = redis.read(Keys.stock(product));
            long left = units(product, stored) - entry.getValue();
            if (left < 0) {
                return Optional.of(product);
            }
            taking.ifUnchanged(stored).set(stored.key(), Long.toString(left));
        }
        commit.and(taking);
        return Optional.empty();
    }

    /// Adds to the commit: put all of it back.
    static void putBack(Commit commit, Map<String, Long> taken) {
        taken.forEach((product, units) -> commit.command("INCRBY", Keys.stock(product), Long.toString(units)));
    }

    private static long units(String productId, Stored stored) {
        if (stored.text() == null) {
            return Catalogue.product(productId).initialStock();
        }
        try {
            return Long.parseLong(stored.text());
        } catch (NumberFormatException e) {
            throw new FieldException(stored.key(), "must hold a whole number, not " + stored.text());
        }
    }
}
