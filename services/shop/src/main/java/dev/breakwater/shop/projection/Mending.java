package dev.breakwater.shop.projection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Wants the read model rebuilt as soon as it is to be what the events say again: what has passed by until then was not folded.
final class Mending implements Runnable {
    private final BooleanSupplier folds;
    private final Runnable rebuild;
    private final AtomicBoolean folded;

    Mending(BooleanSupplier folds, Runnable rebuild) {
        this.folds = folds;
        this.rebuild = rebuild;
        this.folded = new AtomicBoolean(folds.getAsBoolean());
    }

    /// After any change of a switch.
    @Override
    public void run() {
        boolean now = folds.getAsBoolean();
        if (!folded.getAndSet(now) && now) {
            rebuild.run();
        }
    }
}
