package dev.breakwater.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.load.LoadProfile.Constant;
import dev.breakwater.engine.load.LoadProfile.Poisson;
import dev.breakwater.engine.load.LoadProfile.Ramp;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

final class FireTimesTest {
    private static final double SECOND = 1e9;

    @Example
    void constantIsEvenlySpacedFromTheStart() {
        assertEquals(LongStream.of(0, 40_000_000, 80_000_000, 120_000_000).boxed().toList(), first(4, new Constant(25), 1));
    }

    @Example
    void nothingIsEverDueAtRateZero() {
        for (LoadProfile idle : new LoadProfile[] {new Poisson(0), new Ramp(0, 0, Duration.ofSeconds(1))}) {
            assertEquals(FireTimes.NEVER, first(2, idle, 1).getLast());
            assertTrue(idle.idle());
        }
    }

    @Example
    void aRampReachesItsEndRateAndStaysThere() {
        // 0 to 10/s over 10 s: 50 requests in the ramp, then one each 100 ms
        var times = first(60, new Ramp(0, 10, Duration.ofSeconds(10)), 1);
        assertEquals(10.0, times.get(50) / SECOND, 1e-6);
        assertEquals(10.1, times.get(51) / SECOND, 1e-6);
    }

    @Property
    void theNthRequestOfARampIsDueWhenTheIntegralOfTheRateReachesN(
            @ForAll @DoubleRange(min = 0, max = 200) double from, @ForAll @DoubleRange(min = 0.1, max = 200) double to,
            @ForAll @LongRange(min = 1, max = 100) long seconds) {
        var times = first(200, new Ramp(from, to, Duration.ofSeconds(seconds)), 1);
        for (int n = 0; n < times.size(); n++) {
            double t = Math.min(times.get(n) / SECOND, (double) seconds);
            double beyond = times.get(n) / SECOND - t;
            double integral = from * t + (to - from) * t * t / (2 * seconds) + beyond * to;
            assertEquals(n, integral, 1e-3, () -> "from %s to %s over %s s".formatted(from, to, seconds));
        }
    }

    @Property(tries = 50)
    void poissonIsRepeatableGrowsAndKeepsItsRate(@ForAll long seed, @ForAll @DoubleRange(min = 1, max = 5000) double rate) {
        var times = first(4000, new Poisson(rate), seed);
        assertEquals(times, first(4000, new Poisson(rate), seed));
        for (int n = 1; n < times.size(); n++) {
            assertTrue(times.get(n) >= times.get(n - 1), "time runs backwards");
        }
        // the sum of 4000 gaps has a standard deviation of 1/sqrt(4000) = 1.6 % of itself
        assertEquals(4000 / rate, times.getLast() / SECOND, 0.1 * 4000 / rate);
    }

    private static List<Long> first(int count, LoadProfile profile, long seed) {
        FireTimes times = new FireTimes(profile, new SplittableRandom(seed));
        return LongStream.generate(times::next).limit(count).boxed().toList();
    }
}
