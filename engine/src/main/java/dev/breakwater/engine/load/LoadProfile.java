package dev.breakwater.engine.load;

import java.time.Duration;

/// When requests are due: an open model, that does not wait for answers.
public sealed interface LoadProfile {
    /// Requests per second at `elapsed` since the profile began.
    double rateAt(Duration elapsed);

    /// Evenly spaced.
    record Constant(double ratePerSecond) implements LoadProfile {
        public Constant {
            requireRate(ratePerSecond);
        }

        @Override
        public double rateAt(Duration elapsed) {
            return ratePerSecond;
        }
    }

    /// Gaps drawn from an exponential distribution by the run's seed.
    record Poisson(double ratePerSecond) implements LoadProfile {
        public Poisson {
            requireRate(ratePerSecond);
        }

        @Override
        public double rateAt(Duration elapsed) {
            return ratePerSecond;
        }
    }

    /// Linear from one rate to another, then it stays there.
    record Ramp(double fromPerSecond, double toPerSecond, Duration over) implements LoadProfile {
        public Ramp {
            requireRate(fromPerSecond);
            requireRate(toPerSecond);
            if (over.isNegative() || over.isZero()) {
                throw new IllegalArgumentException("a ramp needs a time greater than 0, got " + over);
            }
        }

        @Override
        public double rateAt(Duration elapsed) {
            double part = Math.clamp((double) elapsed.toNanos() / over.toNanos(), 0, 1);
            return fromPerSecond + part * (toPerSecond - fromPerSecond);
        }
    }

    /// Whether nothing is ever due.
    default boolean idle() {
        return switch (this) {
            case Constant(double rate) -> rate == 0;
            case Poisson(double rate) -> rate == 0;
            case Ramp ramp -> ramp.fromPerSecond() == 0 && ramp.toPerSecond() == 0;
        };
    }

    double MAX_PER_SECOND = 10_000;

    private static void requireRate(double perSecond) {
        if (!(perSecond >= 0 && perSecond <= MAX_PER_SECOND)) {
            throw new IllegalArgumentException("need 0 <= rate <= 10000 per second, got " + perSecond);
        }
    }
}
