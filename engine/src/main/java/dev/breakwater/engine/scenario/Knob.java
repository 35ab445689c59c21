package dev.breakwater.engine.scenario;

import java.util.List;

/// A switch of a service that the scenario sets, and that can be turned while it runs.
public sealed interface Knob {
    /// Whose control port takes it.
    String service();

    /// As the service's switches name it.
    String name();

    String title();

    /// What it is set to at first, as text.
    String first();

    /// A whole number in a range.
    ///
    /// @param unit for people; empty for plain counts
    record Range(String service, String name, String title, String unit, long min, long max, long defaultValue) implements Knob {
        @Override
        public String first() {
            return Long.toString(defaultValue);
        }
    }

    /// One of some words.
    ///
    /// @param values the first of them is the default
    record Choice(String service, String name, String title, List<String> values) implements Knob {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String first() {
            return values.getFirst();
        }
    }
}
