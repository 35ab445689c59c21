package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.PrettyJson;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.inspector.sheet.Sheet.Bar;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.model.fact.SpanFinished;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.flow.Outcome;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One message: when, how long, headers, body, and the trace that it belongs to.
final class TransferSheet {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private TransferSheet() {}

    static Sheet of(Transfer transfer, List<SpanFinished> trace, RunSnapshot run) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(Texts.of("sheet.message"), message(transfer, run), ""));
        if (!transfer.error().isBlank()) {
            sections.add(new Section(Texts.of("sheet.error"), List.of(), transfer.error()));
        }
        if (!transfer.headers().isEmpty()) {
            List<Row> rows = new TreeMap<>(transfer.headers()).entrySet().stream().map(e -> Row.of(e.getKey(), e.getValue())).toList();
            sections.add(new Section(Texts.of("sheet.headers"), rows, ""));
        }
        sections.add(new Section(Texts.of("sheet.body"), List.of(),
                transfer.body().isBlank() ? Texts.of("sheet.noBody") : PrettyJson.of(transfer.body())));
        if (!trace.isEmpty()) {
            sections.add(new Section(Texts.of("sheet.trace", trace.size()), spans(trace, run), ""));
        }
        List<Tile> tiles = List.of(
                new Tile(Texts.of("outcome.short." + transfer.outcome()), Texts.of("tile.outcome"), transfer.outcome() != Outcome.OK),
                new Tile(Figures.time(transfer.duration()), Texts.of("tile.took"), transfer.duration().toMillis() >= 500));
        return new Sheet("transfer:" + transfer.sequence(), transfer.name(), Texts.of("sheet.way", transfer.from(), transfer.to(),
                transfer.protocol().title()), tiles, Optional.empty(), sections, link(transfer, run), "", Optional.empty());
    }

    private static List<Row> message(Transfer transfer, RunSnapshot run) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(Texts.of("tile.left"), CLOCK.format(transfer.start())));
        edge(transfer, run).ifPresent(edge -> rows.add(
                Row.to(edge.from() + " → " + edge.to(), Texts.of("sheet.line"), new Selected.OfEdge(edge))));
        if (!transfer.orderId().isBlank()) {
            rows.add(Row.to(transfer.orderId(), Texts.of("sheet.order"), new Selected.OfOrder(transfer.orderId())));
        }
        if (!transfer.traceId().isBlank()) {
            rows.add(Row.of(Texts.of("sheet.traceId"), transfer.traceId()));
        }
        return rows;
    }

    private static Optional<Edge> edge(Transfer t, RunSnapshot run) {
        return run.topology().edges().stream()
                .filter(e -> e.from().equals(t.from()) && e.to().equals(t.to()) && e.protocol() == t.protocol()).findFirst();
    }

    private static Optional<Target> link(Transfer transfer, RunSnapshot run) {
        return edge(transfer, run).map(edge -> new Target.OnLink(edge.link()));
    }

    private static List<Row> spans(List<SpanFinished> trace, RunSnapshot run) {
        Instant begin = trace.stream().map(SpanFinished::start).min(Comparator.naturalOrder()).orElse(run.at());
        Instant end = trace.stream().map(SpanFinished::at).max(Comparator.naturalOrder()).orElse(run.at());
        double whole = Math.max(1, Duration.between(begin, end).toNanos());
        Map<String, SpanFinished> byId = new HashMap<>();
        trace.forEach(span -> byId.put(span.spanId(), span));
        return trace.stream().sorted(Comparator.comparing(SpanFinished::start)).map(span -> {
            double from = Duration.between(begin, span.start()).toNanos() / whole;
            Bar bar = new Bar(from, from + span.duration().toNanos() / whole, depth(span, byId), span.outcome() != Outcome.OK);
            return new Row(span.service() + "  " + span.name(), Figures.time(span.duration()), Optional.empty(), Optional.of(bar));
        }).toList();
    }

    private static int depth(SpanFinished span, Map<String, SpanFinished> byId) {
        int depth = 0;
        SpanFinished parent = byId.get(span.parentSpanId());
        while (parent != null && depth < 12) {
            depth++;
            parent = byId.get(parent.parentSpanId());
        }
        return depth;
    }
}
