package dev.breakwater.contract;

import java.math.BigDecimal;
import java.util.List;

/// What the shop sells. A product that is not listed costs 10.00, and a million of it lie in stock.
public final class Catalogue {
    public static final long PLENTY = 1_000_000;
    /// A payment above this amount is declined.
    public static final BigDecimal PAYMENT_LIMIT = new BigDecimal("10000.00");

    public static final Product KEYBOARD = new Product("keyboard", new BigDecimal("49.90"), PLENTY);
    public static final Product MOUSE = new Product("mouse", new BigDecimal("19.90"), PLENTY);
    public static final Product MONITOR = new Product("monitor", new BigDecimal("249.00"), PLENTY);
    public static final Product LAPTOP = new Product("laptop", new BigDecimal("1299.00"), PLENTY);
    /// One alone is above [#PAYMENT_LIMIT]: each order of it is declined.
    public static final Product YACHT = new Product("yacht", new BigDecimal("25000.00"), PLENTY);
    /// Never in stock: each order of it is paid first, then refunded.
    public static final Product SOLD_OUT = new Product("sold-out", new BigDecimal("15.00"), 0);

    public static final List<Product> PRODUCTS = List.of(KEYBOARD, MOUSE, MONITOR, LAPTOP, YACHT, SOLD_OUT);

    private Catalogue() {}

    /// The product with this id, known or not.
    public static Product product(String id) {
        return PRODUCTS.stream().filter(known -> known.id().equals(id)).findFirst()
                .orElseGet(() -> new Product(id, new BigDecimal("10.00"), PLENTY));
    }

    /// @param price of one unit, two decimals
    /// @param initialStock units in stock before the first order
    public record Product(String id, BigDecimal price, long initialStock) {}
}
