package dev.breakwater.app.cli;

import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.scenario.Spelling;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `breakwater` alone opens the window; where there is no display, it runs the same scenario in the terminal.
@Command(name = "breakwater", version = "breakwater 0.1.0", mixinStandardHelpOptions = true,
        description = "A lab for communication between microservices: real services, real brokers, every message seen, anything broken.",
        footer = {"", "Without a command it opens the window."},
        subcommands = {RunCommand.class, UpCommand.class, CheckCommand.class, PatternsCommand.class, DoctorCommand.class})
public final class Breakwater implements Callable<Integer> {
    /// In the specification, and not in this version.
    private static final Map<String, String> LATER = Map.of(
            "observe", "observing other systems",
            "replay", "replaying recordings",
            "bench", "the transport benchmark");

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Breakwater());
        line.setExecutionExceptionHandler((failed, command, _) -> failed(failed, command));
        line.setParameterExceptionHandler((wrong, _) -> wrong(wrong, List.copyOf(Arrays.asList(args))));
        return line;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        LabSettings asked = options.settings(RunOptions.DEFAULT_SCENARIO);
        LabSettings settings = options.hasLoad() ? asked : asked.gentle();
        if (Display.reachable(System.getenv(), System.getProperty("os.name", ""))) {
            return new WindowRun(settings).untilClosed();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("There is no display: %s runs in the terminal until Ctrl-C.".formatted(settings.scenario().title()));
        return new TerminalRun(settings, out, spec.commandLine().getErr()).untilStopped();
    }

    private static int failed(Exception failed, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failed instanceof BadInputException bad) {
            err.println(bad.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (!Interruption.ending()) {
            err.println("This should not have happened: please report it.");
            failed.printStackTrace(err);
        }
        return ExitCode.BROKEN;
    }

    private static int wrong(ParameterException wrong, List<String> args) {
        PrintWriter err = wrong.getCommandLine().getErr();
        String first = args.isEmpty() ? "" : args.getFirst();
        if (LATER.containsKey(first)) {
            err.println("breakwater %s: %s is not part of this version yet".formatted(first, LATER.get(first)));
            return ExitCode.BAD_INPUT;
        }
        err.println(wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try %s --help".formatted(wrong.getCommandLine().getCommandSpec().qualifiedName()));
        }
        List<String> commands = List.copyOf(wrong.getCommandLine().getSubcommands().keySet());
        if (!first.startsWith("-") && !commands.isEmpty() && !commands.contains(first)) {
            err.println(Spelling.unknown("command", first, commands));
        }
        return ExitCode.BAD_INPUT;
    }
}
