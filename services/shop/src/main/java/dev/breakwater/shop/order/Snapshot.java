package dev.breakwater.shop.order;

import tools.jackson.databind.node.ObjectNode;

/// An order as of one version, kept so that its first events need not be folded again.
///
/// @param entryId of the last event that is in it; what comes after it is not
record Snapshot(Order order, String entryId) {
    static final Snapshot NONE = new Snapshot(Order.NONE, "0-0");

    static Snapshot read(ObjectNode json) {
        return new Snapshot(Order.read(json), json.path("entryId").asString("0-0"));
    }

    ObjectNode json() {
        return order.json().put("entryId", entryId);
    }
}
