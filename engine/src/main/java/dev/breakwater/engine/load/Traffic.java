package dev.breakwater.engine.load;

import java.util.List;

/// Who orders what.
///
/// @param users created before the first order
/// @param watchers WebSocket connections that wait for finished orders
/// @param products what is ordered, evenly
/// @param overLimitProduct costs more than a payment may; a share of `overLimitPercent` orders it, and is declined
/// @param soldOutProduct has no stock; a share of `soldOutPercent` orders it, and is refunded
/// @param queryPercent share of accepted orders after which the read model is asked for the user's orders
public record Traffic(int users, int watchers, List<String> products, String overLimitProduct, double overLimitPercent,
        String soldOutProduct, double soldOutPercent, double queryPercent) {
    public Traffic {
        products = List.copyOf(products);
    }
}
