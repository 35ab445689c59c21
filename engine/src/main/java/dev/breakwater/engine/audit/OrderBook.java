package dev.breakwater.engine.audit;

import dev.breakwater.contract.SagaStates;
import dev.breakwater.engine.model.run.OrderTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What the shop's own events and its payment ledger say of every order. No I/O, no clock, one thread.
///
/// Keeps the newest [#MAX_ORDERS] orders in full; older ones that ended stay in the counts alone.
final class OrderBook {
    static final int MAX_ORDERS = 100_000;

    private final SequencedMap<String, Order> orders = new LinkedHashMap<>();
    private final SequencedSet<String> open = new LinkedHashSet<>();
    private final Map<String, Quantities> products = new HashMap<>();
    /// By order, also for orders that are not known yet: ledger and events are two streams, and either may be read further.
    private final Map<String, Account> accounts = new HashMap<>();
    private final SequencedSet<String> wronglyPaid = new LinkedHashSet<>();
    private final SequencedSet<String> notGivenBack = new LinkedHashSet<>();
    private final SequencedSet<String> endedTwice = new LinkedHashSet<>();
    private final SequencedSet<String> toCompare = new LinkedHashSet<>();
    private long placed;
    private long confirmed;
    private long cancelled;

    /// How an order stands. `PAYMENT_FAILED` counts as cancelled: it took nothing, and cost nothing.
    enum State { OPEN, CONFIRMED, CANCELLED, PAYMENT_FAILED }

    /// What the ledger says of one order.
    private static final class Account {
        private int charges;
        private int refunds;
        private BigDecimal paid = BigDecimal.ZERO;
    }

    /// One order as far as it is known.
    static final class Order {
        final String id;
        final Instant placedAt;
        final BigDecimal total;
        final Map<String, Long> items;
        State state = State.OPEN;
        Instant endedAt = Instant.MAX;
        private final Account account;

        private Order(String id, Instant placedAt, BigDecimal total, Map<String, Long> items, Account account) {
            this.id = id;
            this.placedAt = placedAt;
            this.total = total;
            this.items = Map.copyOf(items);
            this.account = account;
        }

        /// As the read model writes it.
        String status() {
            return switch (state) {
                case OPEN -> SagaStates.ORDER_PENDING;
                case CONFIRMED -> SagaStates.ORDER_CONFIRMED;
                case CANCELLED -> SagaStates.ORDER_CANCELLED;
                case PAYMENT_FAILED -> SagaStates.ORDER_PAYMENT_FAILED;
            };
        }
    }

    /// Units of one product in all orders, in confirmed ones and in cancelled ones.
    record Quantities(long ordered, long confirmed, long cancelled) {
        static final Quantities NONE = new Quantities(0, 0, 0);

        Quantities plus(State state, long units) {
            return switch (state) {
                case OPEN -> new Quantities(ordered + units, confirmed, cancelled);
                case CONFIRMED -> new Quantities(ordered, confirmed + units, cancelled);
                case CANCELLED, PAYMENT_FAILED -> new Quantities(ordered, confirmed, cancelled + units);
            };
        }
    }

    void placed(String id, Instant at, BigDecimal total, Map<String, Long> items) {
        if (orders.containsKey(id)) {
            return;
        }
        Order order = new Order(id, at, total, items, account(id));
        orders.put(id, order);
        open.add(id);
        toCompare.add(id);
        placed++;
        count(order, State.OPEN);
        forgetOldest();
    }

    /// Takes the order's end; an end that contradicts an earlier one is kept as a contradiction.
    void ended(String id, State state, Instant at) {
        Order order = orders.get(id);
        if (order == null) {
            return;
        }
        if (order.state != State.OPEN) {
            if (order.state != state) {
                endedTwice.add(id);
            }
            return;
        }
        order.state = state;
        order.endedAt = at;
        open.remove(id);
        toCompare.add(id);
        confirmed += state == State.CONFIRMED ? 1 : 0;
        cancelled += state == State.CONFIRMED ? 0 : 1;
        count(order, state);
        weigh(order);
    }

    void charged(String id, BigDecimal amount) {
        Account account = account(id);
        account.charges++;
        account.paid = account.paid.add(amount);
        paid(id, account);
    }

    void refunded(String id, BigDecimal amount) {
        Account account = account(id);
        account.refunds++;
        account.paid = account.paid.subtract(amount);
        paid(id, account);
    }

    private Account account(String id) {
        return accounts.computeIfAbsent(id, _ -> new Account());
    }

    /// What is paid and was never ordered may still not be paid twice.
    private void paid(String id, Account account) {
        Order order = orders.get(id);
        if (order == null) {
            mark(wronglyPaid, id, account.charges > 1);
        } else {
            weigh(order);
        }
    }

    /// Looks again at an order that ended, when its end or a payment of it is read.
    private void weigh(Order order) {
        Account account = order.account;
        boolean confirmedWrongly = order.state == State.CONFIRMED
                && (account.charges != 1 || account.refunds != 0 || account.paid.compareTo(order.total) != 0);
        mark(wronglyPaid, order.id, account.charges > 1 || confirmedWrongly);
        boolean endedUnpaid = order.state == State.CANCELLED || order.state == State.PAYMENT_FAILED;
        mark(notGivenBack, order.id, endedUnpaid && account.paid.signum() != 0);
    }

    private static void mark(Set<String> set, String id, boolean in) {
        if (in) {
            set.add(id);
        } else {
            set.remove(id);
        }
    }

    private void count(Order order, State state) {
        order.items.forEach((product, units) ->
                products.put(product, products.getOrDefault(product, Quantities.NONE).plus(state, units)));
    }

    private void forgetOldest() {
        if (orders.size() > MAX_ORDERS && orders.firstEntry().getValue().state != State.OPEN) {
            String oldest = orders.pollFirstEntry().getKey();
            toCompare.remove(oldest);
            accounts.remove(oldest);
        }
    }

    /// How many orders have a payment that is known.
    int paidOrders() {
        return accounts.size();
    }

    /// Ids of orders that were charged and have not ended, oldest first.
    List<String> paidAndOpen() {
        return open.stream().filter(id -> account(id).paid.signum() > 0).toList();
    }

    OrderTally tally() {
        return new OrderTally(placed, confirmed, cancelled, open.size());
    }

    /// The status of an order; empty when it is not known.
    Optional<String> status(String id) {
        return Optional.ofNullable(orders.get(id)).map(Order::status);
    }

    /// The order that has been open for longest.
    @Nullable Order oldestOpen() {
        return open.isEmpty() ? null : orders.get(open.getFirst());
    }

    Map<String, Quantities> products() {
        return Map.copyOf(products);
    }

    /// The ids of all orders that are kept, oldest first.
    List<String> ids() {
        return List.copyOf(orders.keySet());
    }

    /// Orders that were placed or ended and were not yet seen so in the read model; whoever compares them takes them out.
    SequencedSet<String> toCompare() {
        return toCompare;
    }

    SequencedSet<String> wronglyPaid() {
        return wronglyPaid;
    }

    SequencedSet<String> notGivenBack() {
        return notGivenBack;
    }

    SequencedSet<String> endedTwice() {
        return endedTwice;
    }

    /// What is known of one order's payments, for a detail.
    String payments(String id) {
        Order order = orders.get(id);
        Account account = accounts.getOrDefault(id, new Account());
        return order == null ? "%s was not ordered: %d charged".formatted(id, account.charges)
                : "%s %s: %d charged, %d refunded, %s of %s paid".formatted(id, order.status(), account.charges, account.refunds,
                        account.paid.toPlainString(), order.total.toPlainString());
    }
}
