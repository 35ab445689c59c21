package dev.breakwater.app.cli;

import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.flow.FlowStats;
import dev.breakwater.engine.model.run.InvariantView;
import dev.breakwater.engine.model.run.LoadView;
import dev.breakwater.engine.model.run.PartPhase;
import dev.breakwater.engine.model.run.PartView;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run as lines of text; pure.
final class LiveTable {
    private static final String EDGE = "%-46.46s %-13s %8d %6d %9s %9s %9s";

    private LiveTable() {}

    /// At most `rows` lines, none longer than `columns`.
    static List<String> lines(RunSnapshot run, int columns, int rows) {
        List<String> lines = new ArrayList<>();
        lines.add("%s | %s | seed %d | %s".formatted(run.title(), run.environment(), run.seed(), phase(run)));
        run.parts().forEach(part -> lines.add(part(part)));
        lines.add("");
        lines.addAll(orders(run));
        run.invariants().forEach(invariant -> lines.add(invariant(invariant)));
        run.faults().stream().filter(fault -> fault.phase() == FaultPhase.ACTIVE).forEach(fault ->
                lines.add("  broken: %s %s %s, %d hits %s".formatted(
                        fault.fault(), fault.target(), fault.summary(), fault.hits(), fault.message()).stripTrailing()));
        if (!run.flows().isEmpty()) {
            lines.add("");
            lines.add("%-46s %-13s %8s %6s %9s %9s %9s".formatted("from -> to", "protocol", "calls", "errors", "p50", "p95", "p99"));
            run.flows().forEach(flow -> lines.add(edge(flow)));
        }
        return lines.stream().limit(rows - 1L).map(line -> line.length() <= columns ? line : line.substring(0, columns)).toList();
    }

    static String phase(RunSnapshot run) {
        return run.phase().name().toLowerCase(Locale.ROOT);
    }

    static String part(PartView part) {
        String state = switch (part.phase()) {
            case READY -> "ready after " + seconds(part.startup().toMillis());
            case WAITING, STARTING, PAUSED, DEAD, FAILED, STOPPED -> part.phase().name().toLowerCase(Locale.ROOT);
        };
        String mark = part.phase() == PartPhase.READY ? "*" : part.phase() == PartPhase.STARTING ? "." : " ";
        return "%s %-22s %-18s %s %s".formatted(mark, part.name(), state, part.product(), part.message()).stripTrailing();
    }

    static List<String> orders(RunSnapshot run) {
        LoadView load = run.load();
        return List.of(
                "orders  placed %d  confirmed %d  cancelled %d  unfinished %d".formatted(run.orders().placed(), run.orders().confirmed(),
                        run.orders().cancelled(), run.orders().unfinished()),
                "load    %.1f/s  sent %d  accepted %d  refused %d  unsent %d  p50 %s  p99 %s".formatted(load.ratePerSecond(), load.sent(),
                        load.accepted(), load.refused(), load.unsent(), millis(load.p50Nanos()), millis(load.p99Nanos())));
    }

    static String invariant(InvariantView invariant) {
        return "  %s %-28s %s".formatted(invariant.held() ? "held  " : "BROKEN", invariant.name(), invariant.detail());
    }

    private static String edge(FlowStats flow) {
        return EDGE.formatted(flow.from() + " -> " + flow.to(), flow.protocol().title(), flow.calls(), flow.errors(),
                millis(flow.p50Nanos()), millis(flow.p95Nanos()), millis(flow.p99Nanos()));
    }

    static String seconds(long millis) {
        return "%.1f s".formatted(millis / 1e3);
    }

    private static String millis(long nanos) {
        return nanos == 0 ? "-" : "%.1f ms".formatted(nanos / 1e6);
    }
}
