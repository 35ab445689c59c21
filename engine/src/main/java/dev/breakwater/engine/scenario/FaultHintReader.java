package dev.breakwater.engine.scenario;

import dev.breakwater.engine.fault.CheckedOrder;
import dev.breakwater.engine.fault.FaultOrder;
import dev.breakwater.engine.fault.FaultRefusedException;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.fault.KnownTargets;
import dev.breakwater.engine.fault.Setting;
import dev.breakwater.engine.load.Quantities;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.NodeKind;
import dev.breakwater.engine.model.topology.Topology;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the faults that a scenario proposes, and holds them against the catalogue and the topology.
final class FaultHintReader {
    private final Problems problems;
    private final Map<String, FaultType> types = new LinkedHashMap<>();

    FaultHintReader(Problems problems, List<FaultType> types) {
        this.problems = problems;
        types.forEach(type -> this.types.put(type.name(), type));
    }

    FaultHint read(Node node, Topology topology, List<String> brokers) {
        FaultHint[] hint = {new FaultHint(new FaultOrder("", new Target.OnService(""), Map.of(), Optional.empty()), "")};
        int before = problems.count();
        Fields.read(node, "a fault", problems, fields -> {
            Name fault = fields.text("fault");
            problems.unlessKnown(fault, "fault", types.keySet());
            FaultType type = types.get(fault.text());
            Target target = target(fields.text("target"), topology, brokers, type);
            Map<String, Double> settings = new HashMap<>();
            fields.mapping("settings", false, inner -> settings(inner, type, settings));
            Name duration = fields.text("duration", "", Quantities.DURATION, "5s");
            Optional<Duration> length = Quantities.DURATION.matcher(duration.text()).matches()
                    ? Optional.of(Quantities.duration(duration.text())) : Optional.empty();
            FaultOrder order = new FaultOrder(fault.text(), target, settings, length);
            if (problems.count() == before) {
                asWhole(order, fault.place());
            }
            hint[0] = new FaultHint(order, fields.text("see").text());
        });
        return hint[0];
    }

    /// Each part is right; what is left are settings that do not go together, and a duration that is too long.
    private void asWhole(FaultOrder order, Place place) {
        try {
            CheckedOrder.of(order, new KnownTargets(List.of(order.target())));
        } catch (FaultRefusedException refused) {
            problems.meaning(place, String.valueOf(refused.getMessage()));
        }
    }

    private Target target(Name name, Topology topology, List<String> brokers, @Nullable FaultType type) {
        Map<String, Target> targets = new LinkedHashMap<>();
        topology.edges().forEach(edge -> targets.put(edge.link().toString(), new Target.OnLink(edge.link())));
        topology.nodes().stream().filter(node -> node.kind() == NodeKind.SERVICE)
                .forEach(node -> targets.put(node.id(), new Target.OnService(node.id())));
        brokers.forEach(broker -> targets.put(broker, new Target.OnBroker(broker)));
        problems.unlessKnown(name, "target", targets.keySet());
        Target target = targets.getOrDefault(name.text(), new Target.OnLink(new LinkId("", "")));
        if (type != null && targets.containsKey(name.text()) && !type.targets().contains(target.kind())) {
            problems.meaning(name.place(), "%s strikes %s, and \"%s\" is a %s".formatted(
                    type.name(), type.targets(), name.text(), target.kind()).toLowerCase(Locale.ROOT));
        }
        return target;
    }

    private void settings(Fields fields, @Nullable FaultType type, Map<String, Double> settings) {
        fields.numbers().forEach((name, value) -> {
            if (type != null) {
                List<String> known = type.settings().stream().map(Setting::name).toList();
                problems.unlessKnown(name, "setting of " + type.name(), known);
                type.settings().stream().filter(setting -> setting.name().equals(name.text()))
                        .forEach(setting -> checked(setting, name, value));
            }
            settings.put(name.text(), value);
        });
    }

    private void checked(Setting setting, Name name, double value) {
        try {
            setting.checked(value);
        } catch (IllegalArgumentException refused) {
            problems.meaning(name.place(), String.valueOf(refused.getMessage()));
        }
    }
}
