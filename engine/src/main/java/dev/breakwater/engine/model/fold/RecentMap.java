package dev.breakwater.engine.model.fold;

import java.util.LinkedHashMap;
import java.util.Map;

/// Forgets the entry that was put in first when there are more than `limit`.
final class RecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int limit;

    RecentMap(int limit) {
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
