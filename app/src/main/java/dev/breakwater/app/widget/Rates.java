package dev.breakwater.app.widget;

import java.util.Locale;

/// How rates are written: `0/s`, `0.4/s`, `9.2/s`, `25/s`, `1,200/s`.
public final class Rates {
    private Rates() {}

    public static String text(double perSecond) {
        return String.format(Locale.ROOT, perSecond > 0 && perSecond < 9.95 ? "%.1f/s" : "%,.0f/s", perSecond);
    }
}
