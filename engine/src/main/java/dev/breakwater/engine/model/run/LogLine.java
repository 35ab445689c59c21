package dev.breakwater.engine.model.run;

import java.time.Instant;

/// One line that a process wrote.
///
/// @param sequence 1, 2, 3 … in the order in which the run heard of it
public record LogLine(long sequence, Instant at, String part, String text) {}
