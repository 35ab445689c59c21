package dev.breakwater.app.view;

import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;

/// What the user has clicked, and so what the inspector shows.
public sealed interface Selected {
    /// A service, queue, stream, database or the client.
    record OfNode(Node node) implements Selected {}

    /// A line between two nodes.
    record OfEdge(Edge edge) implements Selected {}

    /// One message.
    record OfTransfer(Transfer transfer) implements Selected {}

    /// One order's saga.
    record OfOrder(String orderId) implements Selected {}

    /// A broker's process: `rabbitmq`, `redis`, `mongodb`.
    record OfBroker(String broker) implements Selected {}

    /// Nothing.
    record None() implements Selected {}
}
