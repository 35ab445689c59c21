package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakwater.contract.Catalogue;
import dev.breakwater.engine.audit.OrderBook.Quantities;
import dev.breakwater.engine.model.run.InvariantView;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StockCheckTest {
    private static final String PRODUCT = Catalogue.KEYBOARD.id();
    private static final long INITIAL = Catalogue.KEYBOARD.initialStock();

    /// 10 ordered; before the stock was read 4 were confirmed and 1 cancelled, 5 may be reserved or not.
    @ParameterizedTest
    @CsvSource({"4, true", "9, true", "6, true", "3, false", "10, false", "0, false"})
    void whileOrdersAreOpenStockMayLieBetweenTheBounds(long taken, boolean held) {
        Map<String, Quantities> orders = Map.of(PRODUCT, new Quantities(10, 4, 1));
        assertEquals(held, StockCheck.view(orders, Map.of(PRODUCT, INITIAL - taken), orders).held());
    }

    @Test
    void whenAllHaveEndedItMustBeExact() {
        Map<String, Quantities> orders = Map.of(PRODUCT, new Quantities(5, 4, 1));
        assertEquals(new InvariantView(Invariants.STOCK_ADDS_UP, true, "1 products, 4 units sold"),
                StockCheck.view(orders, Map.of(PRODUCT, INITIAL - 4), orders));
        assertEquals(new InvariantView(Invariants.STOCK_ADDS_UP, false, "keyboard has 999997, expected 999996"),
                StockCheck.view(orders, Map.of(PRODUCT, INITIAL - 3), orders));
    }

    @Test
    void anOrderThatWasConfirmedWhileTheStockWasReadIsNoFalseAlarm() {
        Map<String, Quantities> before = Map.of(PRODUCT, new Quantities(1, 0, 0));
        Map<String, Quantities> after = Map.of(PRODUCT, new Quantities(1, 1, 0));
        assertEquals(true, StockCheck.view(before, Map.of(PRODUCT, INITIAL), after).held());
        assertEquals(true, StockCheck.view(before, Map.of(PRODUCT, INITIAL - 1), after).held());
    }

    @Test
    void aProductThatWasNeverTouchedHasItsInitialStock() {
        Map<String, Quantities> orders = Map.of(PRODUCT, new Quantities(1, 0, 1));
        assertEquals(true, StockCheck.view(orders, Map.of(), orders).held());
    }

    @Test
    void whatIsSoldOutStaysAtZero() {
        Map<String, Quantities> orders = Map.of(Catalogue.SOLD_OUT.id(), new Quantities(3, 0, 2));
        assertEquals(true, StockCheck.view(orders, Map.of(Catalogue.SOLD_OUT.id(), 0L), orders).held());
    }
}
