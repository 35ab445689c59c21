package dev.breakwater.app.view.latency;

/// One second over all links: how many calls there were and how many of them failed.
public record ErrorSecond(long second, long calls, long errors) {
    public double percent() {
        return calls == 0 ? 0 : 100.0 * errors / calls;
    }
}
