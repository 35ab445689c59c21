package dev.breakwater.app.view.latency;

/// How far back a chart looks.
public enum ChartRange {
    ONE_MINUTE(1),
    FIVE_MINUTES(5),
    TEN_MINUTES(10);

    private final int minutes;

    ChartRange(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public int seconds() {
        return minutes * 60;
    }
}
