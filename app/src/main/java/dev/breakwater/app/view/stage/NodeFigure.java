package dev.breakwater.app.view.stage;

import dev.breakwater.engine.model.topology.Node;
import java.util.List;

/// What one node shows now.
///
/// @param line under the name: `25/s · 38 ms`, `down 4 s`
/// @param number in the corner of what holds messages: `1,204`; else empty
/// @param filled how many of the twelve cells of a queue are taken
/// @param cursors where the consumer groups of a stream stand
/// @param spark messages per second of the last half minute, oldest first; empty when there is nothing to draw
/// @param badge the failure that is active on it, else empty
public record NodeFigure(Node node, Health health, String line, String number, int filled, List<Cursor> cursors, List<Double> spark,
        String badge) {
    /// Cells of a queue or stream.
    public static final int CELLS = 12;

    public NodeFigure {
        cursors = List.copyOf(cursors);
        spark = List.copyOf(spark);
    }

    /// One consumer group: its short name and how far it is behind.
    ///
    /// @param idleMillis how long the oldest pending entry has been idle
    public record Cursor(String group, long lag, long pending, long idleMillis) {
        /// From here on entries are not in work but left lying: robust consumers then take them up again.
        static final long LEFT_MILLIS = 5_000;

        /// Whether entries were given out and nobody works on them.
        public boolean left() {
            return pending > 0 && idleMillis >= LEFT_MILLIS;
        }


        /// Whether it has something to catch up with.
        public boolean waits() {
            return lag > 0 || left();
        }

        /// How many cells it stands behind the newest entry.
        public int cellsBehind() {
            return Math.clamp(lag, 0, CELLS - 1);
        }
    }
}
