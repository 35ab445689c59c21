package dev.breakwater.engine.model.run;

/// Orders by their own events, read from the broker.
public record OrderTally(long placed, long confirmed, long cancelled, long unfinished) {
    public static final OrderTally NONE = new OrderTally(0, 0, 0, 0);
}
