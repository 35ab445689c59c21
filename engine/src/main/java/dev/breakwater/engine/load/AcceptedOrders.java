package dev.breakwater.engine.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the clients know of the orders that were accepted into a queue: the audit holds it against what became of them. Safe to use from
/// any thread.
public final class AcceptedOrders {
    private final Queue<Accepted> news = new ConcurrentLinkedQueue<>();

    /// An order that the shop, or the broker, has promised not to lose.
    ///
    /// @param at when the client heard of it
    public record Accepted(String orderId, boolean urgent, Instant at) {}

    void add(Accepted order) {
        news.add(order);
    }

    /// Those that came since the last call.
    public List<Accepted> take() {
        List<Accepted> taken = new ArrayList<>();
        for (Accepted next = news.poll(); next != null; next = news.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
