package dev.breakwater.engine.load;

import dev.breakwater.engine.model.run.AcceptedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the clients know of the orders that were accepted into a queue: the audit holds it against what became of them. Safe to use from
/// any thread.
public final class AcceptedOrders {
    private final Queue<AcceptedOrder> news = new ConcurrentLinkedQueue<>();

    void add(AcceptedOrder order) {
        news.add(order);
    }

    /// Those that came since the last call.
    public List<AcceptedOrder> take() {
        List<AcceptedOrder> taken = new ArrayList<>();
        for (AcceptedOrder next = news.poll(); next != null; next = news.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
