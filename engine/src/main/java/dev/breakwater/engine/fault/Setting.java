package dev.breakwater.engine.fault;

/// One number that a fault can be given: its form field, its YAML key, its check and its help come from here.
///
/// @param unit `ms`, `KB/s`, or empty
public record Setting(String name, String title, String unit, double min, double max, double defaultValue, String help) {
    public Setting {
        if (!(min <= defaultValue && defaultValue <= max)) {
            throw new IllegalArgumentException("need min <= default <= max, got %s %s %s".formatted(min, defaultValue, max));
        }
    }

    /// Throws with the range in the message when `value` is outside of it.
    public double checked(double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("%s: need %s to %s, got %s".formatted(name, plain(min), text(max), plain(value)));
        }
        return value;
    }

    /// A value with its unit: `800 ms`.
    public String text(double value) {
        return unit.isEmpty() ? plain(value) : plain(value) + " " + unit;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
