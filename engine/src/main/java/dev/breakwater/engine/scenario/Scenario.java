package dev.breakwater.engine.scenario;

import dev.breakwater.contract.Features;
import dev.breakwater.contract.Services;
import dev.breakwater.contract.SwitchNames;
import dev.breakwater.engine.load.LoadProfile;
import dev.breakwater.engine.load.Traffic;
import dev.breakwater.engine.model.topology.LinkId;
import dev.breakwater.engine.model.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A pattern to run: what is started, how it hangs together, what load it gets, and what is worth breaking.
///
/// @param id the name of its folder
/// @param group where the guide puts it
/// @param brokers names as in the environment: `rabbitmq`, `redis`, `mongodb`
/// @param services names of all processes that it may have
/// @param features per service: what it is to do by itself; what is not named is off
/// @param invariants names of the audit's checks
public record Scenario(String id, String title, String group, String summary, List<String> brokers, List<String> services,
        Map<String, List<String>> features, Topology topology, LoadProfile load, Traffic traffic, List<Knob> knobs,
        List<FaultHint> faults, List<String> invariants) {
    /// The groups, in the order of the guide.
    public static final List<String> GROUPS = List.of("Synchronous", "Asynchronous", "Event-driven", "Hybrid", "Practices");

    public Scenario {
        brokers = List.copyOf(brokers);
        services = List.copyOf(services);
        features = Map.copyOf(features);
        knobs = List.copyOf(knobs);
        faults = List.copyOf(faults);
        invariants = List.copyOf(invariants);
    }

    /// Names of all that has to run at first.
    public Set<String> parts() {
        return parts(instances());
    }

    /// Names of all that has to run.
    ///
    /// @param workers how many processes share the work, where the scenario has such
    public Set<String> parts(int workers) {
        List<String> off = Services.workers().subList(Math.min(workers, Services.MAX_WORKERS), Services.MAX_WORKERS);
        return Stream.concat(brokers.stream(), services.stream()).filter(part -> !off.contains(part))
                .collect(Collectors.toUnmodifiableSet());
    }

    private int instances() {
        return knobs.stream().filter(knob -> knob.name().equals(SwitchNames.INSTANCES)).findFirst()
                .map(knob -> Integer.parseInt(knob.first())).orElse(1);
    }

    /// What the switches of each service are set to at first, features included: value by name of the switch. Its instances share them.
    public Map<String, Map<String, String>> switches() {
        Map<String, Map<String, String>> switches = new HashMap<>();
        for (String service : services.stream().map(Services::of).distinct().toList()) {
            Map<String, String> values = new HashMap<>();
            values.putAll(featuresOff(service));
            features.getOrDefault(service, List.of()).forEach(feature -> values.put(Features.switchOf(feature), Features.ON));
            knobs.stream().filter(knob -> knob.service().equals(service)).forEach(knob -> values.put(knob.name(), knob.first()));
            switches.put(service, values);
        }
        return switches;
    }

    /// The switches of a service that does nothing by itself.
    public static Map<String, String> featuresOff(String service) {
        return Features.of(service).stream()
                .collect(Collectors.toMap(Features::switchOf, _ -> Features.OFF));
    }

    /// Every connection that passes the lab's proxy, each once, in the order of the file.
    public List<LinkId> links() {
        return topology.edges().stream().map(edge -> edge.link()).distinct().toList();
    }
}
