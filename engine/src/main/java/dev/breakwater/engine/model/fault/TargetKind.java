package dev.breakwater.engine.model.fault;

/// What a fault can hit.
public enum TargetKind {
    LINK,
    SERVICE,
    BROKER
}
