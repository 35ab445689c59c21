package dev.breakwater.app.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One thing that the doctor looked at.
///
/// @param advice what to do; empty when nothing is to be done
record Finding(String name, State state, String detail, String advice) {
    /// How grave it is. NOTE: it works, but could be better. MISSING: a run cannot start.
    enum State {
        FINE,
        NOTE,
        MISSING;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding fine(String name, String detail) {
        return new Finding(name, State.FINE, detail, "");
    }

    static Finding note(String name, String detail, String advice) {
        return new Finding(name, State.NOTE, detail, advice);
    }

    static Finding missing(String name, String detail, String advice) {
        return new Finding(name, State.MISSING, detail, advice);
    }
}
