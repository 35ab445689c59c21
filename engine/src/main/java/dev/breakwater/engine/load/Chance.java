package dev.breakwater.engine.load;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What is left to chance in one kind of call: each call has chance of its own, the same again with the same seed.
enum Chance {
    SIGN_UP(0x9e3779b97f4a7c15L),
    ORDER(0xc2b2ae3d27d4eb4fL),
    LOOK(0x165667b19e3779f9L),
    PAY(0x27d4eb2f165667c5L),
    PROCESS(0xff51afd7ed558ccdL),
    CHANGE(0x85ebca77c2b2ae63L),
    CANCEL(0x2545f4914f6cdd1dL),
    INTRUDE(0x94d049bb133111ebL);

    private final long salt;

    Chance(long salt) {
        this.salt = salt;
    }

    RandomGenerator of(long seed, long number) {
        return new SplittableRandom(new SplittableRandom(seed ^ salt).nextLong() + number);
    }
}
