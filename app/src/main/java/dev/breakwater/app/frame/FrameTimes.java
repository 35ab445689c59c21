package dev.breakwater.app.frame;

import java.util.Arrays;

/// The times between the last frames, in nanoseconds. One thread.
public final class FrameTimes {
    private static final int KEPT = 8_192;
    private final long[] nanos = new long[KEPT];
    private long count;
    private long last = -1;

    /// A frame begins now.
    public void mark(long now) {
        if (last >= 0) {
            nanos[(int) (count++ % KEPT)] = now - last;
        }
        last = now;
    }

    public void clear() {
        count = 0;
        last = -1;
    }

    public long frames() {
        return count;
    }

    /// The time that `percent` of the kept frames did not exceed; 0 before the second frame.
    public long percentile(double percent) {
        int kept = (int) Math.min(count, KEPT);
        if (kept == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, kept);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(percent / 100 * kept) - 1, 0, kept - 1)];
    }
}
