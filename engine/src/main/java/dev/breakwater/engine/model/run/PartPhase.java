package dev.breakwater.engine.model.run;

/// How a process of the run stands. DEAD ended without being asked to; PAUSED and DEAD may be the doing of a fault.
public enum PartPhase {
    WAITING,
    STARTING,
    READY,
    PAUSED,
    DEAD,
    FAILED,
    STOPPED
}
