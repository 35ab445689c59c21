package dev.breakwater.engine.model.fact;

import java.util.AbstractMap;
import org.jspecify.annotations.Nullable;

/// Attributes that are read from where they came when somebody asks: most of them nobody ever looks at, and as text they are many small
/// objects. Whoever extends it promises that it never changes and can be asked by any thread.
public abstract class DeferredAttributes extends AbstractMap<String, String> {
    /// Finds one value without reading the others.
    @Override
    public abstract @Nullable String get(@Nullable Object name);

    /// What it holds in memory.
    public abstract int bytes();

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public String getOrDefault(@Nullable Object name, String instead) {
        String value = get(name);
        return value == null ? instead : value;
    }
}
