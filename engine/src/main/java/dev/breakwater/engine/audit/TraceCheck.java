package dev.breakwater.engine.audit;

import dev.breakwater.contract.Attributes;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.run.InvariantView;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether the payment of each order is in the trace of the order, as far as the services have told of both. Spans come in any order; those
/// that a killed service could not tell of any more are no proof of anything. Safe to use from any thread.
public final class TraceCheck {
    /// Of so many orders one half of the pair is kept.
    private static final int MAX_OPEN = 10_000;

    private final Map<String, String> traceOfOrder = newest();
    private final Map<String, String> traceOfPayment = newest();
    private long connected;
    private long broken;
    private String firstBroken = "";

    private static Map<String, String> newest() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MAX_OPEN;
            }
        };
    }

    public synchronized void take(SpanFinished span) {
        String orderId = switch (span.name()) {
            case Attributes.SPAN_PROCESS_ORDER, Attributes.SPAN_PROCESS_PAYMENT -> span.attributes().getOrDefault(Attributes.ORDER_ID, "");
            default -> "";
        };
        if (orderId.isEmpty()) {
            return;
        }
        boolean isOrder = span.name().equals(Attributes.SPAN_PROCESS_ORDER);
        (isOrder ? traceOfOrder : traceOfPayment).put(orderId, span.traceId());
        String order = traceOfOrder.get(orderId);
        String payment = isOrder ? traceOfPayment.get(orderId) : span.traceId();
        if (order != null && payment != null) {
            compare(orderId, order.equals(payment));
        }
    }

    private void compare(String orderId, boolean same) {
        if (same) {
            connected++;
        } else {
            broken++;
            firstBroken = firstBroken.isEmpty() ? orderId : firstBroken;
        }
    }

    synchronized InvariantView view() {
        return new InvariantView(Invariants.TRACES_CONNECTED, broken == 0, broken == 0
                ? "%d payments, each in the trace of its order".formatted(connected)
                : "%d of %d payments are in a trace of their own, first that of %s".formatted(broken, broken + connected, firstBroken));
    }
}
