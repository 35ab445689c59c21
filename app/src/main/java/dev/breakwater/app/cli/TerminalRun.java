package dev.breakwater.app.cli;

import dev.breakwater.engine.Environments;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.StartFailure;
import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.environment.StartFailedException;
import dev.breakwater.engine.environment.folder.CacheFolder;
import dev.breakwater.engine.environment.local.CacheMaker;
import dev.breakwater.engine.model.run.RunSnapshot;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Drives one run from a terminal: shows it while it goes on, then says what came of it.
final class TerminalRun {
    private static final Duration ORDERS_END_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOAD_STARTS_WITHIN = Duration.ofSeconds(30);

    private final LabSettings settings;
    private final PrintWriter out;
    private final PrintWriter err;

    TerminalRun(LabSettings settings, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    /// Runs until the process is told to end.
    int untilStopped() throws InterruptedException {
        try (Lab lab = new Lab(settings, Environments::open, InstantSource.system());
                Interruption _ = Interruption.closing(lab);
                Telling _ = Telling.of(lab, out, Screen.isTerminal())) {
            lab.startAndWait();
            Thread.sleep(Long.MAX_VALUE);
            return ExitCode.PASSED;
        } catch (StartFailedException failed) {
            tell(failed);
            return ExitCode.NOT_STARTED;
        }
    }

    /// Runs with load for `time`, waits until the orders have ended, and gives a verdict.
    int forTime(Duration time, boolean json) throws InterruptedException {
        int code = verdict(time, json);
        if (CacheMaker.works(CacheFolder.ofUser())) {
            err.println("What makes the next start faster is being prepared in the background, with low priority, for a minute or two.");
        }
        return code;
    }

    private int verdict(Duration time, boolean json) throws InterruptedException {
        try (Lab lab = new Lab(settings, Environments::open, InstantSource.system());
                Interruption _ = Interruption.closing(lab)) {
            AuditReport audit;
            try (Telling _ = Telling.of(lab, json ? err : out, !json && Screen.isTerminal())) {
                lab.startAndWait();
                Home.tellItWent();
                if (lab.awaitLoad(LOAD_STARTS_WITHIN)) {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                }
                audit = lab.finish(ORDERS_END_WITHIN);
            }
            RunSnapshot run = lab.settled();
            Verdict verdict = Verdict.of(audit, run.load());
            RunReport report = RunReport.of(verdict, run, audit, lab.firstMessageMillis());
            if (json) {
                out.println(Json.text(report));
            } else {
                summary(report, run).forEach(out::println);
            }
            out.flush();
            return verdict.exitCode();
        } catch (StartFailedException failed) {
            tell(failed);
            if (json) {
                out.println(Json.text(Map.of("verdict", "not started", "seed", settings.seed(), "environment", settings.environment(),
                        "error", Map.of("part", failed.part(), "message", String.valueOf(failed.getMessage()),
                                "lastLines", failed.lastLines(), "advice", failed.advice()))));
                out.flush();
            }
            return ExitCode.NOT_STARTED;
        }
    }

    private void tell(StartFailedException failed) {
        if (!Interruption.ending()) {
            err.println(StartFailure.text(failed));
        }
    }

    private static List<String> summary(RunReport report, RunSnapshot run) {
        List<String> lines = new ArrayList<>(List.of("", "verdict: " + report.verdict()));
        lines.addAll(LiveTable.orders(run));
        report.invariants().forEach(invariant -> lines.add(LiveTable.invariant(invariant)));
        Long first = report.startup().firstMessageMillis();
        lines.add("first message after %s; seed %d; left out: %d facts, %d requests".formatted(
                first == null ? "-" : LiveTable.seconds(first), report.seed(), report.dropped().facts(), report.dropped().load()));
        return lines;
    }
}
