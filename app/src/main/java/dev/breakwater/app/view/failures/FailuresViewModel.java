package dev.breakwater.app.view.failures;

import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.engine.fault.FaultType;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.fault.FaultView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which failures are in force, as the engine tells it.
public final class FailuresViewModel {
    private final List<FaultType> catalogue;
    private final Set<String> dismissed = new HashSet<>();

    public FailuresViewModel(List<FaultType> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /// Newest first; those that are healed are gone, those that could not be injected stay until they are dismissed.
    public List<FailureRow> rows(RunSnapshot run) {
        return run.faults().reversed().stream().filter(fault -> fault.phase() != FaultPhase.HEALED && !dismissed.contains(fault.id()))
                .map(fault -> row(fault, run)).toList();
    }

    public void dismiss(String id) {
        dismissed.add(id);
    }

    /// Those that *Heal all* would heal.
    public static long toHeal(RunSnapshot run) {
        return run.faults().stream().filter(fault -> switch (fault.phase()) {
            case REQUESTED, ACTIVE, HEALING -> true;
            case HEALED, FAILED -> false;
        }).count();
    }

    private static String inForce(FaultView fault, RunSnapshot run) {
        if (!fault.message().isBlank()) {
            return Texts.of("failures.notHealed");
        }
        return fault.healsAt().map(at -> Texts.of("fault.healsIn", Figures.span(Figures.secondsLeft(run.at(), at))))
                .orElse(Texts.of("fault.untilHealed"));
    }

    private FailureRow row(FaultView fault, RunSnapshot run) {
        String left = switch (fault.phase()) {
            case REQUESTED -> Texts.of("failures.requested");
            case HEALING -> Texts.of("failures.healing");
            case FAILED -> Texts.of("failures.refused");
            case ACTIVE, HEALED -> inForce(fault, run);
        };
        String watch = catalogue.stream().filter(type -> type.name().equals(fault.fault())).map(FaultType::watchFor).findFirst().orElse("");
        String name = (fault.fault().replace('_', ' ') + " " + fault.summary()).strip();
        return new FailureRow(fault.id(), fault.phase(), fault.target(), name, fault.target().toString().replace("->", " → "), left,
                fault.message().isBlank() ? watch : fault.message(),
                fault.hits() == 0 ? "" : Texts.of("failures.hits", Figures.count(fault.hits())));
    }
}
