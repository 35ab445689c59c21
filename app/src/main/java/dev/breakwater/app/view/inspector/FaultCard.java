package dev.breakwater.app.view.inspector;

import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.fault.Target;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.List;
import java.util.Optional;

/// One failure that the selection can be given, and how it stands there.
///
/// @param running the newest of its kind on this target that is not healed
record FaultCard(FaultType type, Target target, Optional<FaultView> running) {
    /// Cards for all faults that this target can be given, in the catalogue's order.
    static List<FaultCard> of(List<FaultType> catalogue, Target target, RunSnapshot run) {
        return catalogue.stream().filter(type -> type.targets().contains(target.kind()))
                .map(type -> new FaultCard(type, target, running(type, target, run))).toList();
    }

    private static Optional<FaultView> running(FaultType type, Target target, RunSnapshot run) {
        return run.faults().stream()
                .filter(fault -> fault.fault().equals(type.name()) && fault.target().equals(target) && fault.phase() != FaultPhase.HEALED)
                .reduce((_, later) -> later);
    }

    /// In force, as the engine has said.
    boolean active() {
        return running.map(fault -> fault.phase() == FaultPhase.ACTIVE).orElse(false);
    }

    /// On its way in or out.
    boolean busy() {
        return running.map(fault -> fault.phase() == FaultPhase.REQUESTED || fault.phase() == FaultPhase.HEALING).orElse(false);
    }

    Optional<String> refusal() {
        return running.filter(fault -> fault.phase() == FaultPhase.FAILED).map(FaultView::message);
    }
}
