package dev.breakwater.engine.fault;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.link.HealFailedException;
import dev.breakwater.engine.link.Injection;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The process of a service or broker and the faults that hold it. Of several, kill comes before pause: a process is dead while any kill
/// is in force, else stopped while any pause is, else it runs; so healing one leaves the others, and a kill's heal under a pause ends in
/// a new process that is stopped. A restart puts an end to kills and pauses. Safe to use from any thread; calls wait while the process
/// starts.
public final class FaultedProcess {
    private final Part part;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Hold> kills = new HashSet<>();
    private final Set<Hold> pauses = new HashSet<>();

    public FaultedProcess(Part part) {
        this.part = part;
    }

    /// Whether the other one is of the same process.
    boolean isOf(FaultedProcess other) {
        return part == other.part;
    }

    /// Ends it, also when it is dead already; healing starts it anew.
    public Injection kill() throws InterruptedException {
        return held(() -> {
            part.kill();
            return new Hold(kills);
        });
    }

    /// Stops it where it is; healing lets it go on, or starts it anew when it has died meanwhile.
    ///
    /// @throws IOException when it died by itself before
    public Injection pause() throws IOException, InterruptedException {
        return held(() -> {
            if (kills.isEmpty() && !part.alive()) {
                throw new IOException("%s is not running, so it cannot be paused; restart it first".formatted(part.name()));
            }
            if (kills.isEmpty()) {
                part.pause();
            }
            return new Hold(pauses);
        });
    }

    /// Ends it and what else holds it; healing starts it anew.
    public Injection restart() throws InterruptedException {
        return held(() -> {
            kills.clear();
            pauses.clear();
            part.kill();
            return new Hold(kills);
        });
    }

    private void release(Hold hold) throws StartFailedException {
        if (!hold.among.remove(hold)) {
            return;
        }
        try {
            settle();
        } catch (StartFailedException | RuntimeException e) {
            hold.among.add(hold);
            throw e;
        }
    }

    private void settle() throws StartFailedException {
        if (!kills.isEmpty()) {
            return;
        }
        if (!part.alive()) {
            part.restart();
        }
        if (pauses.isEmpty()) {
            part.resume();
        } else {
            part.pause();
        }
    }

    private <E extends Exception> Injection held(Striking<E> striking) throws E, InterruptedException {
        lock.lockInterruptibly();
        try {
            Hold hold = striking.strike();
            hold.among.add(hold);
            return hold;
        } finally {
            lock.unlock();
        }
    }

    private interface Striking<E extends Exception> {
        Hold strike() throws E;
    }

    private final class Hold implements Injection {
        private final Set<Hold> among;

        private Hold(Set<Hold> among) {
            this.among = among;
        }

        @Override
        public long hits() {
            return 1;
        }

        @Override
        public boolean standing() {
            lock.lock();
            try {
                return among.contains(this);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void heal() throws HealFailedException, InterruptedException {
            lock.lockInterruptibly();
            try {
                release(this);
            } catch (StartFailedException e) {
                throw new HealFailedException("%s; %s".formatted(e.getMessage(), e.advice()), e);
            } finally {
                lock.unlock();
            }
        }
    }
}
