package dev.breakwater.engine.scenario;

import dev.breakwater.contract.Services;
import dev.breakwater.contract.Variables;
import dev.breakwater.engine.model.topology.Edge;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Node;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.model.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads nodes and edges, and finds the link that carries each edge.
///
/// An edge between two processes runs on the link `from->to`; one to or from a queue, stream or database on the link from the process
/// to the broker that holds it. Only where the other side opened the connection, as with a push, the file has to name the link.
final class TopologyReader {
    static final Map<String, NodeKind> KINDS = Stream.of(NodeKind.values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));
    static final Map<String, Protocol> PROTOCOLS = Stream.of(Protocol.values()).collect(Collectors.toMap(Protocol::title, it -> it));
    private static final Pattern LINK = Pattern.compile("[a-z][a-z0-9-]*->[a-z][a-z0-9-]*");

    private final Problems problems;

    TopologyReader(Problems problems) {
        this.problems = problems;
    }

    Topology read(Fields scenario, List<String> brokers, List<String> services) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        scenario.mapping("topology", true, fields -> {
            fields.list("nodes", true, node -> node(node, brokers, services, nodes));
            fields.list("edges", true, node -> edge(node, nodes, edges));
        });
        return new Topology(List.copyOf(nodes.values()), edges);
    }

    private boolean node(org.snakeyaml.engine.v2.nodes.Node yaml, List<String> brokers, List<String> services, Map<String, Node> nodes) {
        Fields.read(yaml, "a node", problems, fields -> {
            Name id = fields.text("id", ScenarioReader.WORD, "order-service");
            NodeKind kind = fields.choice("kind", KINDS, NodeKind.CLIENT);
            boolean held = kind == NodeKind.QUEUE || kind == NodeKind.STREAM || kind == NodeKind.DATABASE;
            String broker = held ? fields.word("broker", ScenarioReader.BROKERS) : "";
            if (ScenarioReader.BROKERS.contains(broker)) {
                problems.unlessListed(new Name(broker, fields.place("broker")), "broker", ScenarioReader.BROKERS, brokers);
            }
            if (kind == NodeKind.SERVICE) {
                problems.unlessListed(id, "service", Services.processes(), services);
            }
            if (kind == NodeKind.CLIENT && !id.text().isEmpty() && !id.text().equals(Services.CLIENT)) {
                problems.meaning(id.place(), "the client is called \"%s\", got \"%s\"".formatted(Services.CLIENT, id.text()));
            }
            if (nodes.putIfAbsent(id.text(), new Node(id.text(), kind, broker)) != null && !id.text().isEmpty()) {
                problems.meaning(id.place(), "there are two nodes \"%s\"".formatted(id.text()));
            }
        });
        return true;
    }

    private boolean edge(org.snakeyaml.engine.v2.nodes.Node yaml, Map<String, Node> nodes, List<Edge> edges) {
        Fields.read(yaml, "an edge", problems, fields -> {
            Name from = fields.text("from");
            Name to = fields.text("to");
            problems.unlessKnown(from, "node", nodes.keySet());
            problems.unlessKnown(to, "node", nodes.keySet());
            Protocol protocol = fields.choice("protocol", PROTOCOLS, Protocol.REST);
            Name link = fields.text("link", "", LINK, "client->order-service");
            Node source = nodes.get(from.text());
            Node target = nodes.get(to.text());
            if (source != null && target != null) {
                LinkId carrier = link(source, target, link);
                unlessCalled(carrier, link.text().isEmpty() ? to.place() : link.place());
                edges.add(new Edge(source.id(), target.id(), protocol, carrier));
            }
        });
        return true;
    }

    /// The services call only what they are told the place of; the client reaches all of them.
    private void unlessCalled(LinkId link, Place place) {
        if (link.to().equals(Services.CLIENT)) {
            problems.meaning(place, "nothing can connect to the client; where the client opened the connection, say link: %s->%s".formatted(
                    Services.CLIENT, link.from()));
        }
        List<String> all = Services.processes();
        boolean betweenServices = all.contains(link.from()) && all.contains(link.to());
        if (betweenServices && !Variables.OF_CALLED.containsKey(link.to())) {
            problems.meaning(place, "no service calls %s, it is reached by messages; %s are called".formatted(
                    link.to(), String.join(", ", new TreeSet<>(Variables.OF_CALLED.keySet()))));
        }
    }

    private LinkId link(Node from, Node to, Name said) {
        if (!from.broker().isEmpty() && !to.broker().isEmpty()) {
            problems.meaning(said.place(), "an edge needs a service or the client at one end, got %s and %s".formatted(from.id(), to.id()));
        }
        LinkId usual = !to.broker().isEmpty() ? new LinkId(from.id(), to.broker())
                : !from.broker().isEmpty() ? new LinkId(to.id(), from.broker())
                : new LinkId(from.id(), to.id());
        LinkId back = new LinkId(usual.to(), usual.from());
        boolean processes = from.broker().isEmpty() && to.broker().isEmpty();
        if (said.text().isEmpty() || said.text().equals(usual.toString())) {
            return usual;
        }
        if (!processes || !said.text().equals(back.toString())) {
            problems.meaning(said.place(), "an edge from %s to %s runs on the link %s%s, got %s".formatted(
                    from.id(), to.id(), usual, processes ? " or " + back : "", said.text()));
        }
        return processes ? back : usual;
    }
}
