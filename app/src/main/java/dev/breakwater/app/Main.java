package dev.breakwater.app;

import dev.breakwater.app.cli.Breakwater;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the launcher script enters. Must not extend Application: then JavaFX would have to be there even for `--help`.
public final class Main {
    /// The web server greets on java.util.logging, which would stand between the lines of the table. Kept here, or it is forgotten.
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    public static void main(String[] args) {
        ROOT.setLevel(Level.WARNING);
        System.exit(Breakwater.commandLine(args).execute(args));
    }
}
