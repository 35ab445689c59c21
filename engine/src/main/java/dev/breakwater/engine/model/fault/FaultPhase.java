package dev.breakwater.engine.model.fault;

/// How far a fault is. Only ACTIVE is in force; FAILED was refused or could not be injected.
public enum FaultPhase {
    REQUESTED,
    ACTIVE,
    HEALING,
    HEALED,
    FAILED
}
