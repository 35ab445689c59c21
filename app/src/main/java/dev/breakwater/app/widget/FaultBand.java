package dev.breakwater.app.widget;

import dev.breakwater.engine.model.fault.FaultView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The time in which a fault was in force, as far as a chart shows it.
///
/// @param label `latency 800 ± 50 ms order-service->redis`
/// @param shortLabel `latency 800 ± 50 ms`: for narrow places
/// @param fromSecond epoch seconds, not before the chart's beginning
/// @param toSecond epoch seconds, not after the chart's end
/// @param cutLeft it began before the chart's beginning
/// @param open it was still in force at the chart's end
public record FaultBand(String label, String shortLabel, double fromSecond, double toSecond, boolean cutLeft, boolean open) {

    /// Those of `faults` that were in force between the two times (epoch seconds), clipped to them, by the time of their beginning.
    public static List<FaultBand> within(List<FaultView> faults, long fromSecond, long toSecond) {
        return faults.stream()
                .flatMap(fault -> clip(fault, (double) fromSecond, (double) toSecond).stream())
                .sorted(Comparator.comparingDouble(FaultBand::fromSecond))
                .toList();
    }

    private static Optional<FaultBand> clip(FaultView fault, double from, double to) {
        if (fault.activeSince().isEmpty()) {
            return Optional.empty();
        }
        double since = seconds(fault.activeSince().get());
        double until = fault.healedAt().map(FaultBand::seconds).orElse(Double.POSITIVE_INFINITY);
        if (until <= from || since >= to) {
            return Optional.empty();
        }
        return Optional.of(new FaultBand(
                label(fault), shortLabel(fault), Math.max(since, from), Math.min(until, to), since < from, until > to));
    }

    /// What a band, a badge or a row calls a fault: kind, figures, target.
    public static String label(FaultView fault) {
        return kind(fault) + figures(fault) + " " + target(fault);
    }

    private static String shortLabel(FaultView fault) {
        String figures = figures(fault);
        return kind(fault) + (figures.isEmpty() ? " " + target(fault) : figures);
    }

    private static String kind(FaultView fault) {
        return fault.fault().replace('_', ' ');
    }

    private static String figures(FaultView fault) {
        return fault.summary().isBlank() || fault.summary().equalsIgnoreCase(kind(fault)) ? "" : " " + fault.summary();
    }

    private static String target(FaultView fault) {
        return fault.target().toString().replace("->", " → ");
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }
}
