package dev.breakwater.engine.fault;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.environment.StartFailedException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A process that only pretends: it is dead, paused or runs, and starts when it is let.
final class FakePart implements Part {
    enum State { RUNS, PAUSED, DEAD }

    private final String name;
    private final boolean broker;
    private State state = State.RUNS;
    private int starts;
    private boolean refusesToStart;
    private boolean startBreaks;
    private CountDownLatch mayStart = new CountDownLatch(0);

    FakePart(String name, boolean broker) {
        this.name = name;
        this.broker = broker;
    }

    synchronized State state() {
        return state;
    }

    synchronized int starts() {
        return starts;
    }

    synchronized void refuseToStart(boolean refuses) {
        refusesToStart = refuses;
    }

    /// A mistake of ours: what nobody expects.
    synchronized void breakAtStart(boolean breaks) {
        startBreaks = breaks;
    }

    /// From now on a start waits for the latch.
    synchronized void startAfter(CountDownLatch latch) {
        mayStart = latch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean broker() {
        return broker;
    }

    @Override
    public synchronized long pid() {
        return state == State.DEAD ? 0 : 1000 + starts;
    }

    @Override
    public synchronized boolean alive() {
        return state != State.DEAD;
    }

    @Override
    public synchronized void kill() {
        state = State.DEAD;
    }

    @Override
    public synchronized void pause() {
        state = state == State.DEAD ? State.DEAD : State.PAUSED;
    }

    @Override
    public synchronized void resume() {
        state = state == State.DEAD ? State.DEAD : State.RUNS;
    }

    @Override
    public void restart() throws StartFailedException {
        try {
            latch().await();
        } catch (InterruptedException e) {
            throw new StartFailedException(name, "interrupted", List.of(), "try again", e);
        }
        synchronized (this) {
            if (refusesToStart) {
                throw new StartFailedException(name, "port 1234 is taken", List.of(), "free it", null);
            }
            if (startBreaks) {
                throw new IllegalStateException("broken");
            }
            starts++;
            state = State.RUNS;
        }
    }

    private synchronized CountDownLatch latch() {
        return mayStart;
    }
}
