package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.stage.EdgeFigure.Switch;
import dev.breakwater.app.view.stage.NodeFigure.Cursor;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.Rates;
import dev.breakwater.engine.model.breaker.BreakerPhase;
import dev.breakwater.engine.model.breaker.BreakerView;
import dev.breakwater.engine.model.broker.QueueView;
import dev.breakwater.engine.model.broker.StreamView;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a snapshot into what the stage shows. Pure: the same snapshot gives the same picture.
public final class StageViewModel {
    private static final long SLOW_NANOS = 500_000_000;

    private final RunSnapshot run;
    private final Recent recent;
    private final ActiveFaults faults;
    private final Map<String, PartView> parts = new HashMap<>();

    private StageViewModel(RunSnapshot run) {
        this.run = run;
        recent = new Recent(run);
        faults = ActiveFaults.of(run.faults());
        run.parts().forEach(part -> parts.put(part.name(), part));
    }

    public static StagePicture picture(RunSnapshot run) {
        StageViewModel model = new StageViewModel(run);
        Map<String, NodeFigure> nodes = new HashMap<>();
        run.topology().nodes().forEach(node -> nodes.put(node.id(), model.node(node)));
        List<EdgeFigure> edges = run.topology().edges().stream().map(model::edge).toList();
        return new StagePicture(nodes, edges);
    }

    /// The processes behind queues, streams and databases.
    public static List<BrokerFigure> brokers(RunSnapshot run) {
        StageViewModel model = new StageViewModel(run);
        return run.parts().stream().filter(PartView::broker).map(model::broker).toList();
    }

    private NodeFigure node(Node node) {
        return switch (node.kind()) {
            case CLIENT -> new NodeFigure(node, Health.NONE, Texts.of("stage.client", rate(run.load().ratePerSecond())), "", 0, List.of(),
                    List.of(), "");
            case SERVICE -> service(node);
            case QUEUE -> queue(node);
            case STREAM -> stream(node);
            case DATABASE -> database(node);
        };
    }

    private NodeFigure service(Node node) {
        List<Edge> in = run.topology().edges().stream().filter(edge -> edge.to().equals(node.id())).toList();
        PartView part = parts.get(node.id());
        long p99 = in.stream().mapToLong(recent::p99).max().orElse(0);
        double failures = in.stream().mapToDouble(recent::failures).sum();
        double rate = in.stream().mapToDouble(recent::rate).sum();
        Health health = part == null ? Health.NONE : health(part);
        if (health == Health.UP && (p99 >= SLOW_NANOS || (failures > 0 && failures > 0.05 * rate) || faults.onLinkOf(node.id()))) {
            health = Health.STRAINED;
        }
        String line = switch (health) {
            case DOWN, PAUSED, STARTING -> state(part);
            case NONE, UP, STRAINED -> p99 == 0 ? rate(rate) : rate(rate) + " · " + Figures.time(p99);
        };
        return new NodeFigure(node, health, line, "", 0, List.of(), recent.spark(in), faults.onService(node.id()));
    }

    private NodeFigure queue(Node node) {
        Optional<QueueView> found = run.queues().stream().filter(queue -> queue.name().equals(node.id())).findFirst();
        long waiting = found.map(QueueView::ready).orElse(0L);
        String consumers = found.map(queue -> Texts.of("stage.queue", queue.consumers())).orElse("");
        return new NodeFigure(node, brokerHealth(node), brokerLine(node, consumers),
                found.isEmpty() ? "" : Figures.count(waiting), (int) Math.min(NodeFigure.CELLS, waiting), List.of(), List.of(),
                faults.onBroker(node.broker()));
    }

    private NodeFigure stream(Node node) {
        Optional<StreamView> found = run.streams().stream().filter(stream -> stream.name().equals(node.id())).findFirst();
        List<Cursor> cursors = new ArrayList<>();
        found.ifPresent(stream -> stream.groups().forEach(
                g -> cursors.add(new Cursor(shortName(g.name()), g.lag(), g.pending(), g.oldestPendingMillis()))));
        cursors.sort(Comparator.comparing(Cursor::group));
        return new NodeFigure(node, brokerHealth(node), brokerLine(node, ""), found.map(s -> Figures.count(s.added())).orElse(""),
                found.isPresent() && found.get().added() > 0 ? NodeFigure.CELLS : 0, cursors, List.of(),
                faults.onBroker(node.broker()));
    }

    private NodeFigure database(Node node) {
        List<Edge> in = run.topology().edges().stream().filter(edge -> edge.to().equals(node.id())).toList();
        double rate = in.stream().mapToDouble(recent::rate).sum();
        long p99 = in.stream().mapToLong(recent::p99).max().orElse(0);
        String figures = p99 == 0 ? rate(rate) : rate(rate) + " · " + Figures.time(p99);
        return new NodeFigure(node, brokerHealth(node), brokerLine(node, figures), "", 0, List.of(), List.of(),
                faults.onBroker(node.broker()));
    }

    private EdgeFigure edge(Edge edge) {
        return new EdgeFigure(edge, recent.rate(edge), recent.p99(edge), recent.failures(edge), faults.cuts(edge.link()),
                faults.onLink(edge.link()), breaker(edge));
    }

    private Optional<Switch> breaker(Edge edge) {
        boolean call = edge.protocol() == Protocol.REST || edge.protocol() == Protocol.GRPC;
        return run.breakers().stream()
                .filter(breaker -> call && breaker.caller().equals(edge.from()) && breaker.callee().equals(edge.to()))
                .findFirst().map(breaker -> new Switch(breaker.name(), breaker.phase(), switchText(breaker)));
    }

    private String switchText(BreakerView breaker) {
        String word = Texts.of("breaker." + breaker.phase());
        if (breaker.phase() != BreakerPhase.OPEN || breaker.openUntil().isEmpty()) {
            return word;
        }
        long left = Figures.secondsLeft(run.at(), breaker.openUntil().get());
        return word + " " + left + " s";
    }

    private BrokerFigure broker(PartView part) {
        Health health = health(part);
        String badge = faults.onBroker(part.name());
        String state = health == Health.UP ? badge : state(part);
        return new BrokerFigure(part.name(), part.product().isBlank() ? part.name() : part.product(), health, state);
    }

    private Health brokerHealth(Node node) {
        PartView part = parts.get(node.broker());
        return part == null ? Health.NONE : health(part);
    }

    private String brokerLine(Node node, String well) {
        PartView part = parts.get(node.broker());
        return part == null || health(part) == Health.UP ? well : state(part);
    }

    private static Health health(PartView part) {
        return switch (part.phase()) {
            case WAITING, STARTING -> Health.STARTING;
            case READY -> Health.UP;
            case PAUSED -> Health.PAUSED;
            case DEAD, FAILED, STOPPED -> Health.DOWN;
        };
    }

    /// `down 4 s`, `paused 2 s`, `starting`.
    private String state(@Nullable PartView part) {
        if (part == null) {
            return "";
        }
        String word = Texts.of("part." + part.phase());
        boolean timed = part.phase() == PartPhase.DEAD || part.phase() == PartPhase.PAUSED;
        return timed ? word + " " + Math.max(0, Duration.between(part.since(), run.at()).toSeconds()) + " s" : word;
    }

    private static String rate(double perSecond) {
        return Rates.text(perSecond);
    }

    /// `payment-service` → `payment`: in a small box every letter counts.
    private static String shortName(String group) {
        return group.endsWith("-service") ? group.substring(0, group.length() - "-service".length()) : group;
    }
}
