package dev.breakwater.engine.model.run;

/// How far the run is.
public enum RunPhase {
    IDLE,
    STARTING,
    RUNNING,
    STOPPING,
    FAILED
}
