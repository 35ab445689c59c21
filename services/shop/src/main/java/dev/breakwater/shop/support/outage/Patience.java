package dev.breakwater.shop.support.outage;

import java.time.Duration;
import java.util.function.Supplier;

/// How long a request waits for a dependency to come back before its caller is told: longer than a short pause of a broker,
/// shorter than the caller's own patience. Only for actions that may be done twice.
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /// Tries again while there is an outage.
    ///
    /// @throws OutageException the last one, when patience is at its end
    public static <T> T with(Supplier<T> action) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return action.get();
            } catch (OutageException e) {
                if (System.nanoTime() - end >= 0 || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
