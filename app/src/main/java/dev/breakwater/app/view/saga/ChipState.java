package dev.breakwater.app.view.saga;

import java.util.Locale;

/// How one stage of a saga stands, with the sign that says so without colour.
public enum ChipState {
    PENDING(""),
    RUNNING("▸"),
    DONE("✓"),
    FAILED("✕"),
    /// Its work is being taken back.
    UNDOING("↩"),
    /// Its work was taken back.
    UNDONE("↩"),
    STUCK("!");

    private final String sign;

    ChipState(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /// Name of the style class: `done`, `running` …
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
