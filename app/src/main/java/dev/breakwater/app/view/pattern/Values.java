package dev.breakwater.app.view.pattern;

import dev.breakwater.app.widget.Figures;
import java.util.Locale;

/// How values of figures are written: times as times, others as numbers, whose unit stands in the title.
final class Values {
    /// What is not known.
    static final String NONE = "–";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Values() {}

    static String text(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return switch (unit) {
            case "ms" -> Figures.time((long) (value * NANOS_PER_MILLI));
            case "s" -> Figures.time((long) (value * NANOS_PER_SECOND));
            default -> number(value);
        };
    }

    /// The name of a figure, with the unit that its values come without.
    static String title(String name, String unit) {
        return switch (unit) {
            case "", "ms", "s" -> name;
            default -> name + " (" + unit + ")";
        };
    }

    /// `0.42`, `3.1`, `1,204`.
    static String number(double value) {
        double size = Math.abs(value);
        String form = value == Math.rint(value) || size >= 9.95 ? "%,.0f" : size >= 0.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }

    /// `1.00`, `2.74`: two places always, so that what is repeated now and then is seen.
    static String ratio(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f", value);
    }
}
