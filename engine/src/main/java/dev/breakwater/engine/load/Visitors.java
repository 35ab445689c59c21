package dev.breakwater.engine.load;

import dev.breakwater.engine.model.run.IntruderView;
import java.util.Set;

/// Those who use the shop in a scenario: what they do before the load begins, and each request of it.
interface Visitors extends LoadGenerator.Request, AutoCloseable {
    /// Comes before the first request, and returns when requests can be sent.
    void arrive(Doors doors) throws InterruptedException;

    /// Messages that were pushed to them.
    default long pushes() {
        return 0;
    }

    /// What intruders among them have seen.
    default IntruderView intruders() {
        return IntruderView.NONE;
    }

    /// What they leave open.
    @Override
    default void close() {}

    /// What visitors can wait for.
    interface Doors {
        /// Returns when the service answers a request, whatever the answer.
        void awaitAnswer(String service) throws InterruptedException;

        /// Returns when those of the services that the scenario has are ready.
        void awaitReady(Set<String> services) throws InterruptedException;

        /// Whether the scenario has the service.
        boolean isOpen(String service);

        /// Runs something aside until the load is closed.
        void aside(Errand errand);
    }

    /// Something that takes its time.
    interface Errand {
        void run() throws InterruptedException;
    }
}
