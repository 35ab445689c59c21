package dev.breakwater.app.view.latency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses which links a chart shows when the user did not: the slowest, without lines that come and go at every second.
final class SlowestLinks {
    /// A newcomer must be this much slower than the one that it replaces.
    private static final double CLEARLY = 1.3;

    private SlowestLinks() {}

    /// The links to show next.
    ///
    /// @param shown those shown until now
    /// @param slowness by link; greater is slower; links that it does not hold are not shown
    static Set<LinkKey> next(Set<LinkKey> shown, Map<LinkKey, Double> slowness, int atMost) {
        List<LinkKey> ranking = new ArrayList<>(slowness.keySet());
        ranking.sort(Comparator.comparingDouble((LinkKey link) -> rank(link, shown, slowness)).reversed().thenComparing(LinkKey::title));
        return new LinkedHashSet<>(ranking.subList(0, Math.min(atMost, ranking.size())));
    }

    private static double rank(LinkKey link, Set<LinkKey> shown, Map<LinkKey, Double> slowness) {
        return slowness.getOrDefault(link, 0.0) * (shown.contains(link) ? CLEARLY : 1);
    }
}
