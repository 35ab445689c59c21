package dev.breakwater.engine.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.audit.OrderBook.Quantities;
import dev.breakwater.engine.audit.OrderBook.State;
import dev.breakwater.engine.model.run.OrderTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrderBookTest {
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final BigDecimal TEN = new BigDecimal("10.00");

    private final OrderBook book = new OrderBook();

    @Test
    void countsOrdersByTheirEnd() {
        List.of("a", "b", "c", "d").forEach(this::place);
        charge("a");
        book.ended("a", State.CONFIRMED, T);
        book.ended("b", State.CANCELLED, T);
        assertEquals(new OrderTally(4, 1, 1, 2), book.tally());
        assertEquals(Map.of("pen", new Quantities(8, 2, 2)), book.products());
        assertEquals(Optional.of("confirmed"), book.status("a"));
        assertEquals(Optional.of("pending"), book.status("c"));
        assertEquals(Optional.empty(), book.status("nobody's"));
    }

    @Test
    void anEventThatIsReadTwiceCountsOnce() {
        place("a");
        place("a");
        charge("a");
        book.ended("a", State.CONFIRMED, T);
        book.ended("a", State.CONFIRMED, T);
        assertEquals(new OrderTally(1, 1, 0, 0), book.tally());
        assertTrue(book.endedTwice().isEmpty());
    }

    @Test
    void aSecondChargeIsWrong() {
        place("a");
        charge("a");
        charge("a");
        assertEquals(List.of("a"), List.copyOf(book.wronglyPaid()));
        assertEquals("a pending: 2 charged, 0 refunded, 20.00 of 10.00 paid", book.payments("a"));
    }

    @Test
    void aChargeThatIsReadBeforeItsOrderCounts() {
        charge("a");
        place("a");
        book.ended("a", State.CONFIRMED, T);
        assertEquals(List.of(), List.copyOf(book.wronglyPaid()));
        assertEquals("a confirmed: 1 charged, 0 refunded, 10.00 of 10.00 paid", book.payments("a"));
    }

    @Test
    void confirmedWithoutChargeOrWithTheWrongAmountIsWrong() {
        place("a");
        place("b");
        book.charged("b", BigDecimal.ONE);
        book.ended("a", State.CONFIRMED, T);
        book.ended("b", State.CONFIRMED, T);
        assertEquals(List.of("a", "b"), List.copyOf(book.wronglyPaid()));
    }

    @Test
    void aChargeThatIsReadAfterTheConfirmationSetsItRight() {
        place("a");
        book.ended("a", State.CONFIRMED, T);
        charge("a");
        assertTrue(book.wronglyPaid().isEmpty());
    }

    @Test
    void confirmedAndRefundedIsWrong() {
        place("a");
        charge("a");
        book.ended("a", State.CONFIRMED, T);
        book.refunded("a", TEN);
        assertEquals(List.of("a"), List.copyOf(book.wronglyPaid()));
    }

    @Test
    void aCancelledOrderMustGiveBackAllThatWasPaid() {
        place("a");
        place("b");
        place("c");
        charge("b");
        book.refunded("b", TEN);
        charge("c");
        List.of("a", "b", "c").forEach(id -> book.ended(id, State.CANCELLED, T));
        assertEquals(List.of("c"), List.copyOf(book.notGivenBack()));
    }

    @Test
    void anOrderWhosePaymentFailedCountsAsCancelledAndMustCostNothing() {
        place("a");
        place("b");
        charge("b");
        book.ended("a", State.PAYMENT_FAILED, T);
        book.ended("b", State.PAYMENT_FAILED, T);
        assertEquals(new OrderTally(2, 0, 2, 0), book.tally());
        assertEquals(Optional.of("payment_failed"), book.status("a"));
        assertEquals(Map.of("pen", new Quantities(4, 0, 4)), book.products());
        assertEquals(List.of("b"), List.copyOf(book.notGivenBack()));
    }

    @Test
    void anOrderThatWasChargedIsPaidAndOpenUntilItEnds() {
        place("a");
        place("b");
        place("c");
        charge("b");
        charge("c");
        book.ended("c", State.CONFIRMED, T);
        assertEquals(List.of("b"), book.paidAndOpen());
    }

    @Test
    void twoDifferentEndsAreAContradiction() {
        place("a");
        charge("a");
        book.ended("a", State.CONFIRMED, T);
        book.ended("a", State.CANCELLED, T);
        assertEquals(List.of("a"), List.copyOf(book.endedTwice()));
        assertEquals(new OrderTally(1, 1, 0, 0), book.tally());
    }

    @Test
    void whoPaysWithoutAnOrderIsOnlyWrongTheSecondTime() {
        charge("stranger");
        assertTrue(book.wronglyPaid().isEmpty());
        charge("stranger");
        assertEquals(List.of("stranger"), List.copyOf(book.wronglyPaid()));
    }

    @Test
    void memoryIsBoundedAndCountsStayRight() {
        int orders = OrderBook.MAX_ORDERS + 1_000;
        for (int i = 0; i < orders; i++) {
            place("o" + i);
            charge("o" + i);
            book.ended("o" + i, State.CONFIRMED, T);
        }
        assertEquals(new OrderTally(orders, orders, 0, 0), book.tally());
        assertEquals(OrderBook.MAX_ORDERS, book.ids().size());
        assertEquals(OrderBook.MAX_ORDERS, book.toCompare().size());
    }

    private void place(String id) {
        book.placed(id, T, TEN, Map.of("pen", 2L));
    }

    private void charge(String id) {
        book.charged(id, TEN);
    }
}
