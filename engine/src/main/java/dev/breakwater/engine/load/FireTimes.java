package dev.breakwater.engine.load;

import dev.breakwater.engine.load.LoadProfile.Constant;
import dev.breakwater.engine.load.LoadProfile.Poisson;
import dev.breakwater.engine.load.LoadProfile.Ramp;
import java.util.random.RandomGenerator;

/// When requests are due, in nanoseconds since the profile began: a pure sequence, the same for the same profile and random numbers.
///
/// The n-th request (0, 1, 2 …) is due when the integral of the rate reaches n; for Poisson, when n gaps have passed.
final class FireTimes {
    static final long NEVER = Long.MAX_VALUE;
    private static final double SECOND = 1e9;

    private final LoadProfile profile;
    private final RandomGenerator random;
    private long fired;
    private double lastNanos;

    FireTimes(LoadProfile profile, RandomGenerator random) {
        this.profile = profile;
        this.random = random;
    }

    /// The next time; never smaller than the one before, and [#NEVER] when there is none.
    long next() {
        double nanos = switch (profile) {
            case Constant(double perSecond) -> fired / perSecond * SECOND;
            case Poisson(double perSecond) -> lastNanos - Math.log(1 - random.nextDouble()) / perSecond * SECOND;
            case Ramp ramp -> ramp(ramp, fired);
        };
        fired++;
        lastNanos = nanos;
        return nanos >= NEVER || Double.isNaN(nanos) ? NEVER : (long) nanos;
    }

    /// Solves `from·t + (to − from)·t²/2T = n` for t, and beyond T goes on at the rate `to`.
    private static double ramp(Ramp ramp, long n) {
        double length = ramp.over().toNanos() / SECOND;
        double from = ramp.fromPerSecond();
        double to = ramp.toPerSecond();
        double whole = (from + to) / 2 * length;
        if (n > whole) {
            return (length + (n - whole) / to) * SECOND;
        }
        double root = Math.sqrt(from * from + 2 * n * (to - from) / length);
        double seconds = n == 0 ? 0 : 2 * n / (from + root);      // this form stays exact when from equals to
        return seconds * SECOND;
    }
}
