package dev.breakwater.app.view.stage;

import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dots that are on their way: one for each transfer, launched when the run told of it, in the order in which they left.
///
/// The stage runs a moment behind the run ([#LAG_NANOS]), so that messages that were told of together do not start together.
/// Each line carries as many dots as can be told apart; above that they are samples. Times are those of frames, in nanoseconds.
final class DotField {
    /// Nobody can tell more apart.
    static final int MOST = 2_000;
    static final long LAG_NANOS = 600_000_000;
    /// From here on a message counts as delayed, and carries a clock.
    static final long DELAYED_NANOS = 250_000_000;
    private static final long LONGEST_NANOS = 8_000_000_000L;
    private static final long LINGER_NANOS = 900_000_000;
    private static final double FAILS_AT = 0.7;
    private static final double TURNS_AT = 0.42;
    private static final double BURST = 3;
    private static final double SLOW_ROOM = 1.6;

    private final Map<Key, Integer> lines = new HashMap<>();
    private long[] travel = new long[0];
    private double[] perSecond = new double[0];
    private double[] tokens = new double[0];
    /// What failed has room of its own, so that it is never left out among what went well.
    private double[] troubles = new double[0];
    private long refilled;
    private long seen;

    private int count;
    private final int[] line = new int[MOST];
    private final long[] start = new long[MOST];
    private final long[] takes = new long[MOST];
    private final @Nullable Transfer[] transfers = new Transfer[MOST];

    private record Key(String from, String to, Protocol protocol) {}

    /// The lines of the stage: how long a dot takes on each, and how many a second it can show.
    void lines(List<Edge> edges, long[] travelNanos, double[] mostPerSecond) {
        lines.clear();
        for (int i = 0; i < edges.size(); i++) {
            lines.put(new Key(edges.get(i).from(), edges.get(i).to(), edges.get(i).protocol()), i);
        }
        travel = travelNanos.clone();
        perSecond = mostPerSecond.clone();
        tokens = new double[edges.size()];
        troubles = new double[edges.size()];
        Arrays.fill(tokens, BURST);
        Arrays.fill(troubles, BURST);
        clear();
    }

    void clear() {
        Arrays.fill(transfers, 0, count, null);
        count = 0;
    }

    /// Launches what is new in the snapshot.
    void take(RunSnapshot run, long now) {
        List<Transfer> all = run.transfers();
        if (all.isEmpty()) {
            return;
        }
        if (all.getLast().sequence() < seen) {
            seen = 0;
        }
        refill(now);
        int first = all.size();
        while (first > 0 && all.get(first - 1).sequence() > seen) {
            first--;
        }
        seen = all.getLast().sequence();
        for (int i = first; i < all.size(); i++) {
            Transfer transfer = all.get(i);
            long age = Duration.between(transfer.start(), run.at()).toNanos();
            if (age < LAG_NANOS + transfer.duration().toNanos() + LONGEST_NANOS) {
                launch(transfer, now + Math.clamp(LAG_NANOS - age, 0, 2 * LAG_NANOS));
            }
        }
    }

    /// Lets what is in the snapshot pass without a dot.
    void skip(RunSnapshot run) {
        if (!run.transfers().isEmpty()) {
            seen = run.transfers().getLast().sequence();
        }
    }

    private void launch(Transfer transfer, long at) {
        Integer on = lines.get(new Key(transfer.from(), transfer.to(), transfer.protocol()));
        if (on == null || count == MOST) {
            return;
        }
        double[] purse = transfer.outcome() == Outcome.OK ? tokens : troubles;
        if (purse[on] < 1) {
            return;
        }
        long real = transfer.duration().toNanos();
        long time = real < DELAYED_NANOS ? travel[on] : Math.max(travel[on], Math.min(real, LONGEST_NANOS));
        // a slow dot takes room for longer, and a clock takes more of it
        purse[on] -= real < DELAYED_NANOS ? 1 : SLOW_ROOM * time / travel[on];
        line[count] = on;
        start[count] = at;
        takes[count] = time;
        transfers[count++] = transfer;
    }

    private void refill(long now) {
        double seconds = Math.clamp((now - refilled) / 1e9, 0, 1);
        refilled = now;
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = Math.min(Math.max(BURST, perSecond[i] / 4), tokens[i] + seconds * perSecond[i]);
            troubles[i] = Math.min(BURST, troubles[i] + seconds * perSecond[i]);
        }
    }

    /// Takes away what has arrived.
    void advance(long now) {
        for (int i = count - 1; i >= 0; i--) {
            if (now - start[i] > takes[i] + (transfer(i).outcome() == Outcome.FAILED ? LINGER_NANOS : 0)) {
                count--;
                line[i] = line[count];
                start[i] = start[count];
                takes[i] = takes[count];
                transfers[i] = transfers[count];
                transfers[count] = null;
            }
        }
    }

    int count() {
        return count;
    }

    int line(int dot) {
        return line[dot];
    }

    Transfer transfer(int dot) {
        Transfer transfer = transfers[dot];
        if (transfer == null) {
            throw new IndexOutOfBoundsException("dot %d of %d".formatted(dot, count));
        }
        return transfer;
    }

    boolean launched(int dot, long now) {
        return now >= start[dot];
    }

    /// The part of the way that lies behind it, 0 to 1: failed ones stop short, refused ones turn back at the breaker.
    double place(int dot, long now) {
        double part = (double) (now - start[dot]) / takes[dot];
        return switch (transfer(dot).outcome()) {
            case OK -> Math.min(1, part);
            case FAILED -> Math.min(FAILS_AT, part);
            case REFUSED -> part < 0.5 ? 2 * TURNS_AT * part : 2 * TURNS_AT * Math.max(0, 1 - part);
        };
    }

    /// Whether it has come to where it failed.
    boolean hasFailed(int dot, long now) {
        return transfer(dot).outcome() == Outcome.FAILED && (double) (now - start[dot]) / takes[dot] >= FAILS_AT;
    }
}
