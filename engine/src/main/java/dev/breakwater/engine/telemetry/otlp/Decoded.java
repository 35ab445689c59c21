package dev.breakwater.engine.telemetry.otlp;

import dev.breakwater.engine.model.fact.Fact;
import java.util.List;

/// What a request held.
///
/// @param refused spans or log records that were left out
/// @param why the reason for the first of them, else empty
public record Decoded(List<Fact> facts, long refused, String why) {
    public static final Decoded NOTHING = new Decoded(List.of(), 0, "");
}
