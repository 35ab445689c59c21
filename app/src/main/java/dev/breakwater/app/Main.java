package dev.breakwater.app;

import dev.breakwater.app.cli.Breakwater;

/// Where the launcher script enters. Must not extend Application: then JavaFX would have to be there even for `--help`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Breakwater.commandLine(args).execute(args));
    }
}
