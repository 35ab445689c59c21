package dev.breakwater.engine.link.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// The figures of one load on several ways, round by round.
record Comparison(RedisLoad load, Map<String, List<Figure>> figures) {
    static final String DIRECT = "direct";
    static final String HAPROXY = "haproxy";

    static void printHead() {
        System.out.println("Median (quartiles). Throughput and added median latency as a part of HAProxy's are of the same round.");
        System.out.println("| load | way | requests/s | of HAProxy's | p50 µs | added, of HAProxy's | proxy CPU µs/request |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    void print() {
        for (String way : figures.keySet()) {
            boolean direct = way.equals(DIRECT);
            System.out.println("| %s %d B, %d conn. | %s | %s | %s | %s | %s | %s |".formatted(load.command(), load.bytes(),
                    load.connections(), way,
                    series(way, (mine, _) -> mine.perSecond()).text("%,.0f"),
                    series(way, (mine, round) -> mine.perSecond() / of(HAPROXY, round).perSecond()).text("%.2f"),
                    series(way, (mine, _) -> mine.p50Micros()).text("%.0f"),
                    direct ? "–" : series(way, (mine, round) -> added(mine, round) / added(of(HAPROXY, round), round)).text("%.2f"),
                    direct ? "–" : series(way, (mine, _) -> mine.cpuMicros()).text("%.0f")));
        }
    }

    private double added(Figure mine, int round) {
        return mine.p50Micros() - of(DIRECT, round).p50Micros();
    }

    private Series series(String way, ToDoubleBiFunction<Figure, Integer> value) {
        int rounds = all(way).size();
        return new Series(IntStream.range(0, rounds).mapToObj(round -> value.applyAsDouble(of(way, round), round)).toList());
    }

    private Figure of(String way, int round) {
        return all(way).get(round);
    }

    private List<Figure> all(String way) {
        return Objects.requireNonNull(figures.get(way), way);
    }
}
