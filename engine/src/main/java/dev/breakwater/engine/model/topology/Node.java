package dev.breakwater.engine.model.topology;

/// A box, pipe, log or cylinder on the stage.
///
/// @param id unique: the name of the service, queue, stream or database
/// @param broker the broker that holds a queue, stream or database (`rabbitmq`, `redis`, `mongodb`); empty for others
public record Node(String id, NodeKind kind, String broker) {}
