package dev.breakwater.engine.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time that faults live by; a test turns it by hand.
public interface Timekeeper extends InstantSource {
    /// Runs `action` on some thread when the time has come.
    Alarm after(Duration wait, Runnable action);

    /// Something that will be done later.
    interface Alarm {
        void cancel();
    }

    /// The machine's time; each wait is a virtual thread.
    static Timekeeper system() {
        InstantSource clock = InstantSource.system();
        return new Timekeeper() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public Alarm after(Duration wait, Runnable action) {
                Thread waiting = Thread.ofVirtual().name("fault alarm").start(() -> {
                    try {
                        Thread.sleep(wait);
                    } catch (InterruptedException e) {
                        return;
                    }
                    action.run();
                });
                return waiting::interrupt;
            }
        };
    }
}
