package dev.breakwater.engine.model.topology;

/// What a node is, and so its shape on the stage.
public enum NodeKind {
    CLIENT,
    SERVICE,
    QUEUE,
    STREAM,
    DATABASE
}
