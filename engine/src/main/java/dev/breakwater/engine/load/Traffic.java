package dev.breakwater.engine.load;

import java.util.List;

/// Who does what with the shop. Shares are in percent, 0 to 100.
public sealed interface Traffic {
    /// Customers who order.
    ///
    /// @param users created before the first order
    /// @param watchers WebSocket connections that wait for finished orders
    /// @param products what is ordered, evenly
    /// @param overLimitProduct costs more than a payment may; a share of `overLimitPercent` orders it, and is declined
    /// @param soldOutProduct has no stock; a share of `soldOutPercent` orders it, and is refunded
    /// @param queryPercent share of accepted orders after which the read model is asked for the user's orders
    /// @param cancelPercent share of accepted orders that are cancelled a second later
    /// @param rivals how many clients cancel such an order at once, each for the version that all of them have seen; 1 or more
    record Orders(int users, int watchers, List<String> products, String overLimitProduct, double overLimitPercent,
            String soldOutProduct, double soldOutPercent, double queryPercent, double cancelPercent, int rivals) implements Traffic {
        public Orders {
            products = List.copyOf(products);
        }
    }

    /// Customers who order, ask for the payment of their order, and wait for its end.
    ///
    /// @param users created before the first order
    /// @param products what is ordered, evenly
    /// @param overLimitProduct costs more than a payment may; a share of `overLimitPercent` orders it, and is declined
    record PaidOrders(int users, List<String> products, String overLimitProduct, double overLimitPercent) implements Traffic {
        public PaidOrders {
            products = List.copyOf(products);
        }

        /// Their orders alone.
        Orders orders() {
            return new Orders(users, 0, products, overLimitProduct, overLimitPercent, "", 0, 0, 0, 1);
        }
    }

    /// People who sign up, change their name, and look at users; what is left of 100 percent looks.
    ///
    /// @param users created before the first request
    record Users(int users, double createPercent, double changePercent) implements Traffic {}

    /// Orders that go through a queue to be charged.
    ///
    /// @param urgentPercent share of urgent ones
    /// @param unreadablePercent share of messages that another program puts into the queue, and that nobody can read
    record Processing(double urgentPercent, double unreadablePercent) implements Traffic {}

    /// Others, with intruders among them, whose tokens nobody may take.
    ///
    /// @param percent share of the requests that are intruders'
    record Intruded(Traffic honest, double percent) implements Traffic {}

    /// Payments by call, without an order.
    ///
    /// @param overLimitPercent share of payments above the limit, which are declined
    /// @param statusPercent share of payments whose status is asked for afterwards
    record Payments(double overLimitPercent, double statusPercent) implements Traffic {}
}
