package dev.breakwater.engine.model.flow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Headers as a span tells them, one JSON object of text values, read when somebody looks: thousands of messages come for each that is
/// clicked, and reading all of them was measured to be a third of folding a span. Immutable; what does not read as such an object stands
/// whole under `headers`.
public final class JsonHeaders extends AbstractMap<String, String> {
    private final Supplier<String> json;
    /// Set without a lock: two threads may both read the text, and find the same.
    private @Nullable Map<String, String> read;

    /// @param json gives the same text whenever it is asked
    public JsonHeaders(Supplier<String> json) {
        this.json = json;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return read().entrySet();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return name == null ? null : read().get(name);
    }

    private Map<String, String> read() {
        Map<String, String> known = read;
        if (known == null) {
            known = HeaderText.parse(json.get());
            read = known;
        }
        return known;
    }
}
