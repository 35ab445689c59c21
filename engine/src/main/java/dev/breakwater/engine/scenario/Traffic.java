package dev.breakwater.engine.scenario;

import java.util.List;

/// Who orders what.
///
/// @param users created before the first order
/// @param watchers WebSocket connections that wait for finished orders
/// @param products what is ordered, evenly
/// @param soldOutProduct what the sold-out share orders; its stock is 0
/// @param overLimitPercent share of orders above the payment limit
/// @param soldOutPercent share of orders of the sold-out product
/// @param queryPercent share of accepted orders after which the read model is asked for the user's orders
public record Traffic(int users, int watchers, List<String> products, String soldOutProduct, double overLimitPercent, double soldOutPercent,
        double queryPercent) {
    public Traffic {
        products = List.copyOf(products);
    }
}
