package dev.breakwater.engine.link;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Chance, repeatably: the same seed and the same place give the same sequence. A place is a link, its n-th fault, that fault's n-th
/// connection and a direction, each mixed in by [#at].
record Draws(long seed) {
    static final int UP = 0;
    static final int DOWN = 1;

    Draws at(long place) {
        return new Draws(mixed(seed + 0x9E3779B97F4A7C15L * (place + 1)));
    }

    Draws at(String place) {
        Draws draws = this;
        for (int i = 0; i < place.length(); i++) {
            draws = draws.at(place.charAt(i));
        }
        return draws;
    }

    RandomGenerator generator() {
        return new SplittableRandom(seed);
    }

    /// MurmurHash3's 64-bit finaliser, with Stafford's constants (variant 13), as in SplittableRandom.
    private static long mixed(long bits) {
        long a = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
