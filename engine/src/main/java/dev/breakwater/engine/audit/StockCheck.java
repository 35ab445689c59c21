package dev.breakwater.engine.audit;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.engine.audit.OrderBook.Quantities;
import dev.breakwater.engine.model.run.InvariantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Holds the stock against the orders.
///
/// Events are read before the stock and again after it. What was confirmed before must have left the stock (upper bound); nothing but what
/// was ordered by the end, and not cancelled at the beginning, can have left it (lower bound). When no order is open, both are equal.
final class StockCheck {
    private StockCheck() {}

    static InvariantView view(Map<String, Quantities> before, Map<String, Long> stock, Map<String, Quantities> after) {
        List<String> wrong = new ArrayList<>();
        long units = 0;
        for (Map.Entry<String, Quantities> entry : after.entrySet()) {
            String product = entry.getKey();
            Quantities first = before.getOrDefault(product, Quantities.NONE);
            long initial = Catalogue.product(product).initialStock();
            long most = initial - first.confirmed();
            long least = Math.max(0, initial - entry.getValue().ordered() + first.cancelled());
            long is = stock.getOrDefault(product, initial);
            units += entry.getValue().confirmed();
            if (is < Math.min(least, most) || is > most) {
                wrong.add("%s has %d, expected %s".formatted(product, is, least == most ? most : "%d to %d".formatted(least, most)));
            }
        }
        wrong.sort(null);
        String detail = wrong.isEmpty() ? "%d products, %d units sold".formatted(after.size(), units) : String.join("; ", wrong);
        return new InvariantView(Invariants.STOCK_ADDS_UP, wrong.isEmpty(), detail);
    }
}
