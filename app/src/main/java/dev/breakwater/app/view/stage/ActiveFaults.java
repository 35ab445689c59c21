package dev.breakwater.app.view.stage;

import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.topology.LinkId;
import java.util.List;
import java.util.Set;

/// The failures in force now, also while they are being healed, found by what they strike.
record ActiveFaults(List<FaultView> faults) {
    static ActiveFaults of(List<FaultView> all) {
        Set<FaultPhase> inForce = Set.of(FaultPhase.ACTIVE, FaultPhase.HEALING);
        return new ActiveFaults(all.stream().filter(fault -> inForce.contains(fault.phase())).toList());
    }

    String onLink(LinkId link) {
        return badge(new Target.OnLink(link));
    }

    String onService(String service) {
        return badge(new Target.OnService(service));
    }

    String onBroker(String broker) {
        return badge(new Target.OnBroker(broker));
    }

    /// Whether a link of this service is struck.
    boolean onLinkOf(String service) {
        return faults.stream().anyMatch(fault -> fault.target() instanceof Target.OnLink on
                && (on.link().from().equals(service) || on.link().to().equals(service)));
    }

    boolean cuts(LinkId link) {
        return faults.stream().anyMatch(fault -> fault.fault().equals("down") && fault.target().equals(new Target.OnLink(link)));
    }

    /// `800 ± 50 ms`, or the fault's name when it has no settings; `2 failures` when there are more.
    private String badge(Target target) {
        List<FaultView> struck = faults.stream().filter(fault -> fault.target().equals(target)).toList();
        return switch (struck.size()) {
            case 0 -> "";
            case 1 -> struck.getFirst().summary().isBlank() ? struck.getFirst().fault().replace('_', ' ') : struck.getFirst().summary();
            default -> struck.size() + " failures";
        };
    }
}
