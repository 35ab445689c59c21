package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.run.RateBucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Messages and failures second by second; the last 10 minutes.
final class TimelineFold {
    static final int KEPT_SECONDS = 600;

    private final NavigableMap<Long, RateBucket> seconds = new TreeMap<>();
    private List<RateBucket> view = List.of();
    private boolean changed;

    /// Refused calls never moved, and so do not count.
    void add(Leg leg) {
        if (!leg.moved()) {
            return;
        }
        long second = leg.end().getEpochSecond();
        RateBucket before = seconds.getOrDefault(second, new RateBucket(second, 0, 0));
        seconds.put(second, new RateBucket(second, before.messages() + 1, before.failures() + (leg.failed() ? 1 : 0)));
        if (seconds.size() > KEPT_SECONDS) {
            seconds.pollFirstEntry();
        }
        changed = true;
    }

    /// True when that made a difference.
    boolean renew(Instant now) {
        Map<Long, RateBucket> old = seconds.headMap(now.getEpochSecond() - KEPT_SECONDS, true);
        boolean renewed = changed || !old.isEmpty();
        if (renewed) {
            changed = false;
            old.clear();
            view = List.copyOf(seconds.values());
        }
        return renewed;
    }

    /// As of the last [#renew].
    List<RateBucket> view() {
        return view;
    }
}
