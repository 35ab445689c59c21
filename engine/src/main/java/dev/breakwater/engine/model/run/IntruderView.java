package dev.breakwater.engine.model.run;

/// What intruders among the clients have seen.
///
/// @param refused requests that were answered with 401
/// @param letIn requests that were carried out
/// @param firstLetIn what was wrong with the token of the first one that was; empty when none was
public record IntruderView(long refused, long letIn, String firstLetIn) {
    public static final IntruderView NONE = new IntruderView(0, 0, "");
}
