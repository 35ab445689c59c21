package dev.breakwater.app.view.saga;

import dev.breakwater.engine.model.saga.SagaView;
import java.time.Instant;
import java.util.List;

/// One order in the list.
public record SagaRow(SagaView saga, List<Chip> chips, SagaNote note) {
    private static final int LONGEST_ID = 12;

    static SagaRow of(SagaView saga, Instant now) {
        return new SagaRow(saga, SagaChips.of(saga), SagaNote.of(saga, now));
    }

    public String orderId() {
        return saga.orderId();
    }

    /// The order's id, or its beginning when it is long (a UUID).
    public String shortId() {
        return shortId(orderId());
    }

    static String shortId(String orderId) {
        return orderId.length() <= LONGEST_ID ? orderId : orderId.substring(0, LONGEST_ID - 4) + "…";
    }
}
