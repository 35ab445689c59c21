package dev.breakwater.engine.model.fold;

import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.flow.JsonHeaders;
import dev.breakwater.engine.model.flow.Transfer;
import java.util.List;
import java.util.Map;

/// The newest messages and calls, each of them a dot on the stage.
final class TransferFold {
    static final int LIMIT = 4_096;

    private final RecentList<Transfer> transfers = new RecentList<>(LIMIT);

    void add(Leg leg) {
        SpanFinished span = leg.span();
        Map<String, String> told = span.attributes();
        Map<String, String> headers = new JsonHeaders(() -> told.getOrDefault(SpanFinished.MESSAGE_HEADERS, ""));
        transfers.add(new Transfer(
                transfers.added() + 1, leg.start(), leg.duration(), leg.from(), leg.to(), leg.protocol(), leg.outcome(),
                span.name(), span.traceId(), span.spanId(), told.getOrDefault(SpanFinished.ORDER_ID, ""),
                headers, told.getOrDefault(SpanFinished.MESSAGE_BODY, ""), span.error()));
    }

    List<Transfer> view() {
        return transfers.view();
    }
}
