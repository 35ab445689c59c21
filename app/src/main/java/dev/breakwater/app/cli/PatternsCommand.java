package dev.breakwater.app.cli;

import dev.breakwater.engine.scenario.Knob;
import dev.breakwater.engine.scenario.Scenario;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the patterns that there are.
@Command(name = "patterns", mixinStandardHelpOptions = true, description = "Lists the patterns, with what each needs and what can be set.")
final class PatternsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadInputException {
        PrintWriter out = spec.commandLine().getOut();
        List<Scenario> patterns = Patterns.all(Home.folder());
        if (json) {
            out.println(Json.text(Map.of("patterns", patterns.stream().map(PatternsCommand::entry).toList())));
            return ExitCode.PASSED;
        }
        String group = "";
        for (Scenario pattern : patterns) {
            if (!pattern.group().equals(group)) {
                group = pattern.group();
                out.println(group);
            }
            out.println("  %-16s %s".formatted(pattern.id(), pattern.title()));
            out.println("  %-16s needs %s; can be set: %s".formatted("", String.join(", ", pattern.brokers()), settings(pattern)));
        }
        return ExitCode.PASSED;
    }

    private static String settings(Scenario pattern) {
        List<String> names = pattern.knobs().stream().map(PatternsCommand::text).toList();
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static String text(Knob knob) {
        return switch (knob) {
            case Knob.Choice choice -> choice.name() + " (" + String.join("|", choice.values()) + ")";
            case Knob.Range number -> number.name();
        };
    }

    private static Map<String, Object> entry(Scenario pattern) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", pattern.id());
        entry.put("title", pattern.title());
        entry.put("group", pattern.group());
        entry.put("summary", pattern.summary());
        entry.put("brokers", pattern.brokers());
        entry.put("services", pattern.services());
        entry.put("variants", pattern.knobs().stream().filter(Knob.Choice.class::isInstance).map(PatternsCommand::knob).toList());
        entry.put("knobs", pattern.knobs().stream().filter(Knob.Range.class::isInstance).map(PatternsCommand::knob).toList());
        entry.put("invariants", pattern.invariants());
        return entry;
    }

    private static Map<String, Object> knob(Knob knob) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service", knob.service());
        entry.put("switch", knob.name());
        entry.put("title", knob.title());
        switch (knob) {
            case Knob.Choice choice -> entry.put("values", choice.values());
            case Knob.Range number -> {
                entry.put("unit", number.unit());
                entry.put("min", number.min());
                entry.put("max", number.max());
            }
        }
        entry.put("default", knob.first());
        return entry;
    }
}
