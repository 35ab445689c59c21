package dev.breakwater.app.widget;

/// A linear axis of epoch seconds, growing from `left` to `right` (pixels).
public record TimeAxis(double fromSecond, double toSecond, double left, double right) {
    public TimeAxis {
        if (!(fromSecond < toSecond)) {
            throw new IllegalArgumentException("need from < to, got %s and %s".formatted(fromSecond, toSecond));
        }
    }

    /// Where `second` stands, also when it is off the axis.
    public double x(double second) {
        return left + (second - fromSecond) / (toSecond - fromSecond) * (right - left);
    }

    /// Where the beginning of `second` stands.
    public double x(long second) {
        return x((double) second);
    }

    /// The second that stands at `x`, kept within the axis.
    public double second(double x) {
        return fromSecond + Math.clamp((x - left) / (right - left), 0, 1) * (toSecond - fromSecond);
    }
}
