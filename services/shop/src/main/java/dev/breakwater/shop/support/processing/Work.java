package dev.breakwater.shop.support.processing;

import dev.breakwater.contract.SwitchNames;
import dev.breakwater.shop.support.control.Switch;
import dev.breakwater.shop.support.control.Switches;
import java.util.SplittableRandom;

/// What it takes to charge an order, beside writing it down: time, and a bank that does not always answer. Both are drawn from the run's
/// seed and the order, so that they are the same whoever does it.
public final class Work {
    private static final int MINUTE_MILLIS = 60_000;

    private final long seed;
    private final Switch<Integer> minMillis;
    private final Switch<Integer> maxMillis;
    private final Switch<Integer> failsPercent;

    /// @param minMillis,maxMillis at first
    public Work(long seed, Switches switches, int minMillis, int maxMillis) {
        this.seed = seed;
        this.minMillis = switches.number(SwitchNames.WORK_MIN_MILLIS, minMillis, 0, MINUTE_MILLIS);
        this.maxMillis = switches.number(SwitchNames.WORK_MAX_MILLIS, maxMillis, 0, MINUTE_MILLIS);
        this.failsPercent = switches.number(SwitchNames.WORK_FAILS_PERCENT, 0, 0, 100);
    }

    /// Takes its time.
    ///
    /// @param attempt 0, 1 …: each is drawn anew
    /// @throws BankException if the bank does not answer
    public void on(String orderId, int attempt) throws InterruptedException {
        Thread.sleep(millis(orderId, attempt));
        if (random(orderId, ~attempt).nextInt(100) < failsPercent.get()) {
            throw new BankException();
        }
    }

    int millis(String orderId, int attempt) {
        int least = minMillis.get();
        return least + random(orderId, attempt).nextInt(Math.max(0, maxMillis.get() - least) + 1);
    }

    private SplittableRandom random(String orderId, int draw) {
        return new SplittableRandom(seed ^ (orderId.hashCode() * 31L + draw));
    }

    /// The bank did not answer; it may the next time.
    public static final class BankException extends RuntimeException {
        BankException() {
            super("the bank does not answer");
        }
    }
}
