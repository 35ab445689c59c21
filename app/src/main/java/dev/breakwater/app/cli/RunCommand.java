package dev.breakwater.app.cli;

import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.load.Quantities;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a scenario without a window and gives a verdict.
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a scenario without a window and gives a verdict.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:passed", "1:deviated: an invariant did not hold, or an order did not end", "2:bad input; nothing was started",
                "3:the environment did not start", "4:not valid: the load was not reached",
                "70:the lab itself broke: please report it"})
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SCENARIO|FILE", description = "the name of a scenario, or a scenario file")
    private String scenario = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--for", paramLabel = "TIME", description = "how long the load lasts: 500ms, 15s, 2m; default ${DEFAULT-VALUE}",
            defaultValue = "30s")
    private String length = "";

    @Option(names = "--json", description = "prints one JSON object to standard output, everything else to standard error")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", hidden = true)
    private @Nullable String report;

    @Option(names = "--repeat", paramLabel = "N", hidden = true)
    private @Nullable String repeat;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        refuseLater(report, "--report");
        refuseLater(repeat, "--repeat");
        Duration time = duration(length);
        LabSettings settings = options.settings(scenario);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return new TerminalRun(settings, out, err).forTime(time, json);
    }

    private static void refuseLater(@Nullable String value, String option) throws BadInputException {
        if (value != null) {
            throw new BadInputException(option + " is not part of this version yet");
        }
    }

    private static Duration duration(String text) throws BadInputException {
        try {
            Duration duration = Quantities.duration(text);
            if (duration.isZero()) {
                throw new BadInputException("--for: need a time greater than 0");
            }
            return duration;
        } catch (IllegalArgumentException wrong) {
            throw new BadInputException("--for: " + wrong.getMessage());
        }
    }
}
