package dev.breakwater.engine.fault;

import dev.breakwater.engine.model.fault.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The names of all that can be broken in a scenario: known before anything runs, so that files can be checked.
public record KnownTargets(List<Target> all) {
    public KnownTargets {
        all = all.stream().sorted(Comparator.comparing(Target::kind).thenComparing(Target::toString)).toList();
    }

    public static KnownTargets of(Collection<Target> links, Collection<Target> processes) {
        return new KnownTargets(Stream.concat(links.stream(), processes.stream()).toList());
    }

    /// The target that is written so: `order-service->user-service`, `payment-service`, `redis`.
    public Target named(String text) {
        String plain = text.replaceAll("\\s*->\\s*", "->").strip();
        return all.stream().filter(target -> target.toString().equals(plain)).findFirst()
                .orElseThrow(() -> new FaultRefusedException(unknown(plain)));
    }

    void require(Target target) {
        if (!all.contains(target)) {
            throw new FaultRefusedException(unknown(target.toString()));
        }
    }

    private String unknown(String text) {
        return "unknown target %s%s".formatted(text, DidYouMean.hint(text, all.stream().map(Target::toString).toList()));
    }
}
