package dev.breakwater.shop.support.control;

import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// One value that can be changed while the service runs. Any thread may read it.
public final class Switch<T> implements Supplier<T> {
    private final Function<JsonNode, T> parser;
    private final T usual;
    private volatile T value;

    Switch(Function<JsonNode, T> parser, T first) {
        this.parser = parser;
        this.usual = first;
        this.value = first;
    }

    @Override
    public T get() {
        return value;
    }

    void set(JsonNode json) {
        value = parser.apply(json);
    }

    /// Throws what [#set] would.
    void check(JsonNode json) {
        var unused = parser.apply(json);
    }

    void reset() {
        value = usual;
    }
}
