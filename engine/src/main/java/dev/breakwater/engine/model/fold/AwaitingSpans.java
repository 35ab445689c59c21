package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Spans that wait for the span of another service, by its id; at most `limit`. Their time runs from the first [#expire] after they came.
final class AwaitingSpans {
    private static final class One {
        final SpanFinished span;
        final String awaited;
        @Nullable Instant since;
        boolean gone;

        One(SpanFinished span, String awaited) {
            this.span = span;
            this.awaited = awaited;
        }
    }

    private final int limit;
    private final Map<String, List<One>> byAwaited = new HashMap<>();
    private final Deque<One> inOrder = new ArrayDeque<>();

    AwaitingSpans(int limit) {
        this.limit = limit;
    }

    /// Answers with the one that has to go to make room, if any.
    Optional<SpanFinished> add(String awaited, SpanFinished span) {
        One one = new One(span, awaited);
        byAwaited.computeIfAbsent(awaited, id -> new ArrayList<>(1)).add(one);
        inOrder.add(one);
        return inOrder.size() > limit ? leave(inOrder.remove()) : Optional.empty();
    }

    /// Those that waited for the span that has come.
    List<SpanFinished> take(String came) {
        List<One> found = byAwaited.remove(came);
        if (found == null) {
            return List.of();
        }
        found.forEach(one -> one.gone = true);
        return found.stream().map(one -> one.span).toList();
    }

    List<SpanFinished> expire(Instant now, Duration wait) {
        Iterator<One> fromNewest = inOrder.descendingIterator();
        boolean unseen = true;
        while (unseen && fromNewest.hasNext()) {
            One one = fromNewest.next();
            unseen = one.since == null;
            one.since = unseen ? now : one.since;
        }
        List<SpanFinished> expired = new ArrayList<>();
        while (!inOrder.isEmpty() && mayLeave(inOrder.getFirst(), now, wait)) {
            leave(inOrder.remove()).ifPresent(expired::add);
        }
        return expired;
    }

    int size() {
        return inOrder.size();
    }

    private static boolean mayLeave(One one, Instant now, Duration wait) {
        return one.gone || (one.since != null && !now.isBefore(one.since.plus(wait)));
    }

    private Optional<SpanFinished> leave(One one) {
        if (one.gone) {
            return Optional.empty();
        }
        List<One> others = byAwaited.get(one.awaited);
        if (others != null && others.remove(one) && others.isEmpty()) {
            byAwaited.remove(one.awaited);
        }
        return Optional.of(one.span);
    }
}
