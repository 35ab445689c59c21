package dev.breakwater.engine.model.run;

/// What must hold, whether it does, and the figures or ids that say so.
public record InvariantView(String name, boolean held, String detail) {}
