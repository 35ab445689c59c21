package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.model.fact.SpanFinished;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The spans of the newest traces. One thread adds, any thread asks; the trace that began first is let go first.
final class Traces {
    static final int SPAN_LIMIT = 20_000;
    static final long TEXT_LIMIT = 32L << 20;

    /// A list that grows at its head, so that readers need no lock.
    private record Chain(SpanFinished span, int spans, long text, @Nullable Chain before) {}

    private final Map<String, Chain> chains = new ConcurrentHashMap<>();
    private final Deque<String> oldestFirst = new ArrayDeque<>();
    private int spans;
    private long text;

    void add(SpanFinished span) {
        Chain before = chains.get(span.traceId());
        long more = FactQueue.textOf(span);
        Chain chain = before == null
                ? new Chain(span, 1, more, null)
                : new Chain(span, before.spans() + 1, before.text() + more, before);
        chains.put(span.traceId(), chain);
        if (before == null) {
            oldestFirst.add(span.traceId());
        }
        spans++;
        text += more;
        while (spans > SPAN_LIMIT || text > TEXT_LIMIT) {
            Chain gone = chains.remove(oldestFirst.remove());
            spans -= gone.spans();
            text -= gone.text();
        }
    }

    /// In the order in which they started, each once; empty when the trace is not known, or no longer.
    List<SpanFinished> of(String traceId) {
        List<SpanFinished> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Chain chain = chains.get(traceId); chain != null; chain = chain.before()) {
            if (ids.add(chain.span().spanId())) {
                found.add(chain.span());
            }
        }
        found.sort(Comparator.comparing(SpanFinished::start));
        return List.copyOf(found);
    }

    int spans() {
        return spans;
    }
}
