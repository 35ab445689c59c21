package dev.breakwater.shop.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The WebSocket clients, and what they were told last: who comes a moment late for an order still hears how it ended.
final class Watchers {
    private static final int REMEMBERED = 10_000;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final Map<String, String> lastByOrder = new LinkedHashMap<>();

    /// Sends the text to whoever watches this order.
    ///
    /// @return how many that are
    synchronized int tell(String orderId, String text) {
        lastByOrder.put(orderId, text);
        if (lastByOrder.size() > REMEMBERED) {
            lastByOrder.remove(lastByOrder.keySet().iterator().next());
        }
        int told = 0;
        for (Watcher watcher : watchers) {
            if (watcher.orderId().isEmpty() || watcher.orderId().get().equals(orderId)) {
                watcher.send(text);
                told++;
            }
        }
        return told;
    }

    synchronized void add(Watcher watcher) {
        watchers.add(watcher);
        watcher.orderId().flatMap(order -> Optional.ofNullable(lastByOrder.get(order))).ifPresent(watcher::send);
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }
}
