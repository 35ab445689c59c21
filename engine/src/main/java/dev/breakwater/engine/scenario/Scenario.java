package dev.breakwater.engine.scenario;

import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.Traffic;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Topology;
import java.util.List;

/// A pattern to run: what is started, how it hangs together, what load it gets, and what is worth breaking.
///
/// @param id the name of its folder
/// @param group where the guide puts it
/// @param brokers names as in the environment: `rabbitmq`, `redis`, `mongodb`
/// @param invariants names of the audit's checks
public record Scenario(String id, String title, String group, String summary, List<String> brokers, List<String> services,
        Topology topology, LoadProfile load, Traffic traffic, List<Knob> knobs, List<FaultHint> faults, List<String> invariants) {
    public Scenario {
        brokers = List.copyOf(brokers);
        services = List.copyOf(services);
        knobs = List.copyOf(knobs);
        faults = List.copyOf(faults);
        invariants = List.copyOf(invariants);
    }

    /// Every connection that passes the lab's proxy, each once, in the order of the file.
    public List<LinkId> links() {
        return topology.edges().stream().map(edge -> edge.link()).distinct().toList();
    }
}
