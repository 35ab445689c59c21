package dev.breakwater.app.cli;

/// What the command line answers to the shell.
public final class ExitCode {
    public static final int PASSED = 0;
    public static final int DEVIATED = 1;
    /// What was asked for makes no sense; nothing was started.
    public static final int BAD_INPUT = 2;
    /// The environment did not start.
    public static final int NOT_STARTED = 3;
    /// The run says nothing: the load was not reached.
    public static final int NOT_VALID = 4;

    /// The lab itself broke: a mistake of ours. As `EX_SOFTWARE` of BSD's sysexits.
    public static final int BROKEN = 70;

    private ExitCode() {}
}
