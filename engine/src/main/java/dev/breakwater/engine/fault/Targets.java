package dev.breakwater.engine.fault;

import dev.breakwater.engine.environment.Part;
import dev.breakwater.engine.link.Link;
import dev.breakwater.engine.model.fault.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run has that can be broken: its links and its processes, by their targets.
public record Targets(Map<Target, Link> links, Map<Target, FaultedProcess> processes) {
    public Targets {
        links = Map.copyOf(links);
        processes = Map.copyOf(processes);
    }

    public static Targets of(Collection<Link> links, Collection<Part> parts) {
        Map<Target, Link> byLink = new LinkedHashMap<>();
        links.forEach(link -> byLink.put(new Target.OnLink(link.id()), link));
        Map<Target, FaultedProcess> byProcess = new LinkedHashMap<>();
        parts.forEach(part -> byProcess.put(part.broker() ? new Target.OnBroker(part.name()) : new Target.OnService(part.name()),
                new FaultedProcess(part)));
        return new Targets(byLink, byProcess);
    }

    /// The same links, and these processes; those that are known already keep what is in force on them.
    Targets with(Collection<Part> parts) {
        Map<Target, FaultedProcess> all = new LinkedHashMap<>();
        of(List.of(), parts).processes().forEach((target, fresh) -> {
            FaultedProcess known = processes.get(target);
            all.put(target, known != null && known.isOf(fresh) ? known : fresh);
        });
        return new Targets(links, all);
    }

    public KnownTargets known() {
        return KnownTargets.of(links.keySet(), processes.keySet());
    }

    Link link(Target target) {
        return found(target, links.get(target));
    }

    FaultedProcess process(Target target) {
        return found(target, processes.get(target));
    }

    private static <T> T found(Target target, @Nullable T thing) {
        if (thing == null) {
            throw new FaultRefusedException("there is no %s in this run".formatted(target));
        }
        return thing;
    }
}
