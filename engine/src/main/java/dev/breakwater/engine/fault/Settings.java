package dev.breakwater.engine.fault;

import java.time.Duration;
import java.util.Map;

/// The settings of one order, complete and each within its range.
public record Settings(Map<Setting, Double> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public double value(Setting setting) {
        Double value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("the fault's type does not name its setting " + setting.name());
        }
        return value;
    }

    /// The value of a setting in milliseconds.
    public Duration millis(Setting setting) {
        return Duration.ofNanos(Math.round(value(setting) * 1_000_000));
    }
}
