package dev.breakwater.app.cli;

import dev.breakwater.engine.audit.AuditReport;
import dev.breakwater.engine.model.run.LoadView;
import java.util.Locale;

/// What a run has shown.
enum Verdict {
    PASSED(ExitCode.PASSED),
    DEVIATED(ExitCode.DEVIATED),
    NOT_VALID(ExitCode.NOT_VALID);

    /// Of what was due, so much may be left out by the generator itself before the run says nothing any more.
    private static final double MOST_UNSENT = 0.01;
    /// Of what was due, so much must have been accepted.
    private static final double LEAST_ACCEPTED = 0.5;

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    static Verdict of(AuditReport audit, LoadView load) {
        if (!audit.held()) {
            return DEVIATED;
        }
        boolean sent = load.intended() > 0 && load.unsent() <= load.intended() * MOST_UNSENT;
        boolean taken = load.accepted() > 0 && load.accepted() >= load.intended() * LEAST_ACCEPTED;
        if (!sent || !taken) {
            return NOT_VALID;
        }
        return audit.settled() ? PASSED : DEVIATED;
    }

    int exitCode() {
        return exitCode;
    }

    /// `passed`, `deviated`, `not valid`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
