package dev.breakwater.app.view.stage;

/// How a node stands; each has a colour, and a mark or word beside it.
public enum Health {
    /// No process of its own, or nothing known yet.
    NONE,
    STARTING,
    UP,
    /// It works, but slowly or with errors, or a failure is injected on a link of it.
    STRAINED,
    PAUSED,
    DOWN
}
