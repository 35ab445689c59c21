package dev.breakwater.app.view.timeline;

import dev.breakwater.app.widget.FaultBand;
import dev.breakwater.engine.model.run.RateBucket;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the strip shows: the messages and failures of each of the last seconds, and when faults were active.
///
/// @param fromSecond first second on the strip (epoch)
/// @param toSecond the first second that is not on it: the one that is not over yet
public record TimelinePlot(long fromSecond, long toSecond, List<RateBucket> seconds, List<FaultBand> bands) {
    static final Duration RANGE = Duration.ofMinutes(5);
    public static final TimelinePlot EMPTY = new TimelinePlot(-RANGE.toSeconds(), 0, List.of(), List.of());

    static TimelinePlot of(RunSnapshot run) {
        long to = run.at().getEpochSecond();
        long from = to - RANGE.toSeconds();
        return new TimelinePlot(from, to,
                run.timeline().stream().filter(bucket -> bucket.epochSecond() >= from && bucket.epochSecond() < to).toList(),
                FaultBand.within(run.faults(), from, to));
    }

    /// The greatest number of messages in a second, at least 1.
    long most() {
        return seconds.stream().mapToLong(RateBucket::messages).max().orElse(1);
    }

    Optional<RateBucket> at(long second) {
        return seconds.stream().filter(bucket -> bucket.epochSecond() == second).findFirst();
    }
}
