package dev.breakwater.app.view.inspector.sheet;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Selected;
import dev.breakwater.app.view.inspector.sheet.Sheet.Row;
import dev.breakwater.app.view.inspector.sheet.Sheet.Section;
import dev.breakwater.app.view.inspector.sheet.Sheet.Tile;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A service, queue, stream, database, the client, or a broker's process.
final class NodeSheet {
    private NodeSheet() {}

    static Sheet of(Node node, RunSnapshot run) {
        Optional<Target> target = switch (node.kind()) {
            case CLIENT -> Optional.empty();
            case SERVICE -> Optional.of(new Target.OnService(node.id()));
            case QUEUE, STREAM, DATABASE -> Optional.of(new Target.OnBroker(node.broker()));
        };
        String process = node.broker().isEmpty() ? node.id() : node.broker();
        Optional<PartView> part = part(process, run);
        String kind = Texts.of("kind." + node.kind());
        String subtitle = node.broker().isEmpty() ? join(kind, part.map(NodeSheet::state).orElse(""))
                : join(kind, part.map(PartView::product).orElse(node.broker()));
        List<Section> sections = new ArrayList<>();
        groups(node, run).ifPresent(sections::add);
        sections.add(connections(node, run));
        process(part).ifPresent(sections::add);
        String note = node.broker().isEmpty() ? "" : Texts.of("sheet.brokerNote", part.map(PartView::product).orElse(node.broker()));
        return new Sheet("node:" + node.id(), node.id(), subtitle, tiles(node, run), Optional.empty(), sections, target, note,
                restart(part));
    }

    static Sheet ofBroker(String broker, RunSnapshot run) {
        Optional<PartView> part = part(broker, run);
        List<Row> holds = run.topology().nodes().stream().filter(node -> node.broker().equals(broker))
                .map(node -> Row.to(node.id(), Texts.of("kind." + node.kind()), new Selected.OfNode(node))).toList();
        List<Section> sections = new ArrayList<>();
        process(part).ifPresent(sections::add);
        sections.add(new Section(Texts.of("sheet.holds"), holds, ""));
        return new Sheet("broker:" + broker, part.map(PartView::product).filter(name -> !name.isBlank()).orElse(broker),
                join(Texts.of("sheet.broker"), part.map(NodeSheet::state).orElse("")), List.of(), Optional.empty(), sections,
                Optional.of(new Target.OnBroker(broker)), "", restart(part));
    }

    private static List<Tile> tiles(Node node, RunSnapshot run) {
        List<Tile> tiles = new ArrayList<>();
        List<FlowStats> in = run.flows().stream().filter(flow -> flow.to().equals(node.id())).toList();
        List<FlowStats> flows = in.isEmpty() ? run.flows().stream().filter(flow -> flow.from().equals(node.id())).toList() : in;
        long p99 = flows.stream().filter(flow -> flow.recentRatePerSecond() > 0).mapToLong(FlowStats::recentP99Nanos).max().orElse(0);
        long errors = flows.stream().mapToLong(FlowStats::errors).sum();
        tiles.add(new Tile(Rates.text(flows.stream().mapToDouble(FlowStats::recentRatePerSecond).sum()), Texts.of("tile.rate"), false));
        tiles.add(new Tile(p99 == 0 ? "–" : Figures.time(p99), Texts.of("tile.p99"), p99 >= 500_000_000));
        run.queues().stream().filter(queue -> queue.name().equals(node.id())).findFirst().ifPresent(queue -> tiles.addAll(queue(queue)));
        run.streams().stream().filter(stream -> stream.name().equals(node.id())).findFirst().ifPresent(stream -> {
            long lag = stream.groups().stream().mapToLong(StreamView.Group::lag).max().orElse(0);
            tiles.add(new Tile(Figures.count(stream.length()), Texts.of("tile.entries"), false));
            tiles.add(new Tile(Figures.count(lag), Texts.of("tile.lag"), lag > 0));
        });
        if (tiles.size() < 4) {
            tiles.add(new Tile(Figures.count(errors), Texts.of("tile.errors"), errors > 0));
        }
        return tiles;
    }

    private static List<Tile> queue(QueueView queue) {
        return List.of(new Tile(Figures.count(queue.ready()), Texts.of("tile.ready"), false),
                new Tile(Figures.count(queue.consumers()), Texts.of("tile.consumers"), queue.consumers() == 0));
    }

    private static Optional<Section> groups(Node node, RunSnapshot run) {
        return run.streams().stream().filter(stream -> stream.name().equals(node.id())).findFirst().map(stream -> {
            List<Row> rows = stream.groups().stream().map(group -> Row.of(group.name(),
                    Texts.of("sheet.group", Figures.count(group.lag()), Figures.count(group.pending()))
                            + (group.pending() > 0 && group.oldestPendingMillis() > 1_000
                            ? Texts.of("sheet.idle", Figures.time(group.oldestPendingMillis() * 1_000_000)) : ""))).toList();
            return new Section(Texts.of("sheet.groups"), rows, "");
        });
    }

    private static Section connections(Node node, RunSnapshot run) {
        List<Row> rows = new ArrayList<>();
        for (Edge edge : run.topology().edges()) {
            boolean out = edge.from().equals(node.id());
            if (out || edge.to().equals(node.id())) {
                double rate = EdgeSheet.flow(edge, run).map(FlowStats::recentRatePerSecond).orElse(0.0);
                rows.add(Row.to((out ? "→ " + edge.to() : "← " + edge.from()) + "  " + edge.protocol().title(), Rates.text(rate),
                        new Selected.OfEdge(edge)));
            }
        }
        return new Section(Texts.of("sheet.connections"), rows, "");
    }

    private static Optional<Section> process(Optional<PartView> part) {
        return part.map(process -> new Section(Texts.of("sheet.process"), List.of(
                Row.of(Texts.of("sheet.runs"), process.product().isBlank() ? process.name() : process.product()),
                Row.of(Texts.of("sheet.pid"), process.pid() == 0 ? "–" : Long.toString(process.pid())),
                Row.of(Texts.of("sheet.startup"), process.startup().isZero() ? "–" : Figures.time(process.startup()))), ""));
    }

    private static Optional<String> restart(Optional<PartView> part) {
        return part.filter(p -> p.phase() == PartPhase.DEAD || p.phase() == PartPhase.FAILED || p.phase() == PartPhase.PAUSED)
                .map(PartView::name);
    }

    private static Optional<PartView> part(String name, RunSnapshot run) {
        return run.parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static String state(PartView part) {
        String state = Texts.of("part." + part.phase());
        return part.message().isBlank() ? state : state + ": " + part.message();
    }

    private static String join(String first, String second) {
        return second.isBlank() ? first : first + " · " + second;
    }
}
