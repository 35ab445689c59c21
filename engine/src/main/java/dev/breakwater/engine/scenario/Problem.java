package dev.breakwater.engine.scenario;

/// One mistake in a file.
///
/// @param message what is wrong, and what was meant
public record Problem(String file, Place place, Kind kind, String message) {
    /// What had to be known to see it.
    public enum Kind {
        /// It is no YAML, or uses a part of YAML that scenario files do without.
        SYNTAX,
        /// A key, type, range or form that the published schema refuses too.
        SHAPE,
        /// A name that is defined nowhere, or values that contradict each other.
        MEANING
    }

    /// `file:line:column: message`, which editors and terminals make clickable.
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, place.line(), place.column(), message);
    }
}
