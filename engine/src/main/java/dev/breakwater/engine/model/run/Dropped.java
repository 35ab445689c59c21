package dev.breakwater.engine.model.run;

/// What was not kept or not sent, and so is missing in the picture.
///
/// @param facts facts that arrived faster than they could be taken
/// @param load requests that the generator could not send
public record Dropped(long facts, long load) {
    public static final Dropped NONE = new Dropped(0, 0);
}
