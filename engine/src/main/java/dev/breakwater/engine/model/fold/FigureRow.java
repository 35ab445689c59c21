package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.figure.FigureView.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One label of a figure: 1.5 KB, and 7 KB more when its values are measured.
final class FigureRow {
    /// The histogram counts nanoseconds. A value is told to it as if it were milliseconds, whatever its unit: fine enough from
    /// thousandths on, and enough up to [#HISTOGRAM_MAX].
    private static final double HISTOGRAM_UNIT = 1e6;
    static final double HISTOGRAM_MAX = LogHistogram.MAX_NANOS / HISTOGRAM_UNIT;

    private final String label;
    private final @Nullable LogHistogram values;
    private final Minute minute = new Minute();
    private long count;
    private double mean;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean inRange = true;
    private boolean changed = true;
    private long shownSecond = Long.MIN_VALUE;
    private Row view;

    FigureRow(String label, boolean counted) {
        this.label = label;
        this.values = counted ? null : new LogHistogram();
        this.view = new Row(label, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
    }

    void add(long epochSecond, double value) {
        changed = true;
        count++;
        mean = Minute.withOneMore(mean, count, value);
        max = Math.max(max, value);
        minute.add(epochSecond, value);
        if (values != null) {
            inRange &= value >= 0 && value <= HISTOGRAM_MAX;
            values.record((long) (value * HISTOGRAM_UNIT));
        }
    }

    /// @param now the second that fills
    Row view(long now) {
        boolean passed = now != shownSecond && !(minute.over(now) && minute.over(shownSecond));
        if (changed || passed) {
            changed = false;
            view = fresh(now);
        }
        shownSecond = now;
        return view;
    }

    private Row fresh(long now) {
        double p50 = Double.NaN;
        double p99 = Double.NaN;
        if (values != null && inRange) {
            long[] percentiles = values.percentilesNanos(50, 99);
            p50 = Math.min(max, percentiles[0] / HISTOGRAM_UNIT);
            p99 = Math.min(max, percentiles[1] / HISTOGRAM_UNIT);
        }
        return new Row(label, count, minute.perSecond(now), minute.recentMean(now), mean, max, p50, p99,
                values == null ? minute.counts(now) : minute.means(now));
    }
}
