package dev.breakwater.engine.telemetry;

import dev.breakwater.engine.model.fact.DeferredAttributes;
import dev.breakwater.engine.model.fact.Fact;
import dev.breakwater.engine.model.fact.SpanFinished;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Facts on their way to the reducer, bounded by number and by text. Any thread puts, one thread takes all at once.
///
/// What is told in floods (spans, log lines, counts, figures) is left out when the queue is full. For what the run tells of itself (a fault
/// healed, a part died, a saga stepped) a further [#RESERVE] is kept, so that a flood cannot hide it.
final class FactQueue {
    static final int LIMIT = 32_768;
    static final int RESERVE = 4_096;
    /// Characters of text over all facts: about as many bytes.
    static final long TEXT_LIMIT = 64L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private List<Fact> filling = new ArrayList<>();
    private long text;
    private long accepted;
    private long dropped;

    /// Never waits; false when the fact was left out.
    boolean offer(Fact fact) {
        long more = textOf(fact);
        lock.lock();
        try {
            boolean room = flood(fact)
                    ? filling.size() < LIMIT && text + more <= TEXT_LIMIT
                    : filling.size() < LIMIT + RESERVE;
            if (!room) {
                dropped++;
                return false;
            }
            filling.add(fact);
            text += more;
            accepted++;
            if (filling.size() == 1) {
                filled.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// All there is, in order; waits up to `nanos` for the first one.
    List<Fact> take(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (filling.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<Fact> taken = filling;
            filling = new ArrayList<>(Math.min(LIMIT, taken.size()));
            text = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// How many were ever taken in.
    long accepted() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    /// How many were left out since the last time this was asked.
    long takeDropped() {
        lock.lock();
        try {
            long count = dropped;
            dropped = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// Characters of free text in a fact: what can make it large.
    static long textOf(Fact fact) {
        return switch (fact) {
            case SpanFinished span -> textOf(span);
            case Fact.LineLogged line -> line.text().length();
            case Fact.SagaStepped step -> step.stateBefore().length() + step.stateAfter().length() + step.reason().length();
            case Fact.FigureObserved told -> told.figure().length() + told.unit().length() + told.label().length();
            case Fact.DeadLettersRead read -> read.box().letters().stream().mapToLong(letter -> letter.body().length()).sum();
            case Fact.AggregateRead read -> read.history().versions().stream()
                    .mapToLong(version -> (long) version.event().length() + version.state().length()).sum();
            case Fact.BreakerChanged _, Fact.BreakerCounted _, Fact.BrokerSampled _, Fact.FaultChanged _, Fact.PartChanged _,
                    Fact.RunChanged _, Fact.LoadSampled _, Fact.OrdersAudited _, Fact.SwitchSet _, Fact.FactsDropped _ -> 0;
        };
    }

    static long textOf(SpanFinished span) {
        long text = (long) span.name().length() + span.error().length();
        if (span.attributes() instanceof DeferredAttributes deferred) {
            return text + deferred.bytes();
        }
        for (String value : span.attributes().values()) {
            text += value.length();
        }
        return text;
    }

    private static boolean flood(Fact fact) {
        return fact instanceof SpanFinished || fact instanceof Fact.LineLogged || fact instanceof Fact.BreakerCounted
                || fact instanceof Fact.FigureObserved;
    }
}
