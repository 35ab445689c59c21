package dev.breakwater.app.cli;

import dev.breakwater.engine.scenario.NoSuchScenarioException;
import dev.breakwater.engine.scenario.Problem;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import dev.breakwater.engine.scenario.ScenarioReader;
import dev.breakwater.engine.scenario.ScenarioRefusedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Validates a scenario file: every mistake with file, line, column, and what was meant.
@Command(name = "check", mixinStandardHelpOptions = true, description = "Validates a scenario file without starting anything.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE|SCENARIO", description = "a scenario file, or the name of a scenario")
    private String file = "";

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadInputException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Scenario scenario = new ScenarioReader().read(new ScenarioFolder(Home.folder()).find(file));
            out.println(json ? Json.text(Map.of("valid", true, "problems", List.of()))
                    : "%s: %s, %d services, %d links: fine".formatted(file, scenario.title(), scenario.services().size(),
                            scenario.links().size()));
            return ExitCode.PASSED;
        } catch (NoSuchScenarioException missing) {
            throw new BadInputException(String.valueOf(missing.getMessage()));
        } catch (ScenarioRefusedException refused) {
            if (json) {
                out.println(Json.text(Map.of("valid", false, "problems", refused.problems().stream().map(CheckCommand::problem).toList())));
            } else {
                spec.commandLine().getErr().println(refused.getMessage());
            }
            return ExitCode.BAD_INPUT;
        }
    }

    private static Map<String, Object> problem(Problem problem) {
        return Map.of("file", problem.file(), "line", problem.place().line(), "column", problem.place().column(),
                "message", problem.message());
    }
}
