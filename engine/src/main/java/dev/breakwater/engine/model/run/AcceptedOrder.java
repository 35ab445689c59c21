package dev.breakwater.engine.model.run;

import java.time.Instant;

/// An order that the shop, or the broker, has promised not to lose.
///
/// @param at when the client heard of it
public record AcceptedOrder(String orderId, boolean urgent, Instant at) {}
