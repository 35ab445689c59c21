package dev.breakwater.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what this machine has, and what to do about what it lacks.
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Says what this machine has, and what to do about what it lacks.")
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--clean", description = "removes what killed labs left behind: processes and folders")
    private boolean clean;

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new Examination(System.getenv(), Home.folder()).findings(clean);
        boolean ill = findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
        if (json) {
            out.println(Json.text(new Report(!ill, findings)));
        } else {
            findings.forEach(finding -> {
                out.println("%-8s %-22s %s".formatted(finding.state().word(), finding.name(), finding.detail()));
                if (!finding.advice().isEmpty()) {
                    out.println(" ".repeat(9) + "-> " + finding.advice());
                }
            });
        }
        out.flush();
        return ill ? ExitCode.NOT_STARTED : ExitCode.PASSED;
    }

    /// What `--json` prints.
    record Report(boolean ready, List<Finding> findings) {}
}
