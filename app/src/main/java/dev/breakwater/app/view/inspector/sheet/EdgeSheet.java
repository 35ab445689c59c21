package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import dev.breakwater.app.view.inspector.sheet.Sheet.Why;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.breaker.BreakerWindow;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A line: its figures, its breaker's reasons, its newest messages; failures strike its link.
final class EdgeSheet {
    private static final int NEWEST = 6;

    private EdgeSheet() {}

    static Sheet of(Edge edge, RunSnapshot run) {
        List<Tile> tiles = new ArrayList<>();
        Optional<FlowStats> flow = flow(edge, run);
        long p99 = flow.filter(f -> f.recentRatePerSecond() > 0).map(FlowStats::recentP99Nanos).orElse(0L);
        long errors = flow.map(FlowStats::errors).orElse(0L);
        tiles.add(new Tile(Rates.text(flow.map(FlowStats::recentRatePerSecond).orElse(0.0)), Texts.of("tile.rate"), false));
        tiles.add(new Tile(p99 == 0 ? "–" : Figures.time(p99), Texts.of("tile.p99"), p99 >= 500_000_000));
        OptionalLong lag = lag(edge, run);
        long refused = flow.map(FlowStats::refused).orElse(0L);
        if (lag.isPresent()) {
            tiles.add(new Tile(Figures.count(lag.getAsLong()), Texts.of("tile.lag"), lag.getAsLong() > 0));
        } else if (refused > 0 || breaker(edge, run).isPresent()) {
            tiles.add(new Tile(Figures.count(refused), Texts.of("tile.refused"), refused > 0));
        }
        tiles.add(new Tile(Figures.count(errors), Texts.of("tile.errors"), errors > 0));
        String subtitle = edge.protocol().title() + (lag.isPresent() ? " · " + Texts.of("sheet.ofGroup", edge.to()) : "");
        return new Sheet("edge:" + edge, edge.from() + " → " + edge.to(), subtitle, tiles, breaker(edge, run).map(b -> why(b, run)),
                List.of(newest(edge, run)), Optional.of(new Target.OnLink(edge.link())), note(edge, run), Optional.empty());
    }

    static Optional<FlowStats> flow(Edge edge, RunSnapshot run) {
        return run.flows().stream()
                .filter(f -> f.from().equals(edge.from()) && f.to().equals(edge.to()) && f.protocol() == edge.protocol()).findFirst();
    }

    private static OptionalLong lag(Edge edge, RunSnapshot run) {
        return run.streams().stream().filter(stream -> stream.name().equals(edge.from())).flatMap(stream -> stream.groups().stream())
                .filter(group -> group.name().equals(edge.to())).mapToLong(StreamView.Group::lag).findFirst();
    }

    private static Optional<BreakerView> breaker(Edge edge, RunSnapshot run) {
        return run.breakers().stream().filter(b -> b.caller().equals(edge.from()) && b.callee().equals(edge.to())).findFirst();
    }

    private static Why why(BreakerView breaker, RunSnapshot run) {
        List<String> lines = new ArrayList<>();
        BreakerWindow window = breaker.window();
        if (!breaker.transitions().isEmpty()) {
            BreakerView.Transition last = breaker.transitions().getLast();
            lines.add(Texts.of("why.reason", Figures.time(Duration.between(last.at(), run.at()).abs()), last.reason()));
        }
        lines.add(Texts.of("why.window", window.failures(), window.calls(), Figures.percent(window.failureRatePercent()),
                Figures.percent(window.thresholdPercent())));
        breaker.openUntil().filter(_ -> breaker.phase() == BreakerPhase.OPEN)
                .ifPresent(until -> lines.add(Texts.of("why.until", Figures.secondsLeft(run.at(), until))));
        lines.add(Texts.of("why.refused", Figures.count(breaker.refused())));
        return new Why(breaker.phase(), Texts.of("why." + breaker.phase()), lines);
    }

    private static Section newest(Edge edge, RunSnapshot run) {
        List<Row> rows = new ArrayList<>();
        List<Transfer> transfers = run.transfers();
        for (int i = transfers.size() - 1; i >= 0 && rows.size() < NEWEST; i--) {
            Transfer t = transfers.get(i);
            if (t.from().equals(edge.from()) && t.to().equals(edge.to()) && t.protocol() == edge.protocol()) {
                String sign = switch (t.outcome()) {
                    case OK -> "";
                    case FAILED -> "✕ ";
                    case REFUSED -> "◌ ";
                };
                rows.add(Row.to(sign + t.name(), Figures.time(t.duration()), new Selected.OfTransfer(t)));
            }
        }
        return new Section(Texts.of("sheet.newest"), rows, rows.isEmpty() ? Texts.of("sheet.noMessages") : "");
    }

    /// A link is a connection: it carries more than the line that was clicked.
    private static String note(Edge edge, RunSnapshot run) {
        List<Edge> others = run.topology().edges().stream().filter(e -> e.link().equals(edge.link()) && !e.equals(edge)).toList();
        String names = others.stream().map(e -> e.from().equals(edge.link().from()) ? e.to() : e.from()).distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : Texts.of("sheet.linkNote", edge.link().from(), edge.link().to(), names);
    }
}
