package dev.breakwater.app.cli;

import dev.breakwater.app.shell.Window;
import dev.breakwater.app.shell.WindowOptions;
import dev.breakwater.engine.Environments;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.fault.FaultCatalog;
import java.time.InstantSource;

/// Drives one run from the window.
final class WindowRun {
    private final LabSettings settings;

    WindowRun(LabSettings settings) {
        this.settings = settings;
    }

    /// Returns when the user has closed the window and everything has ended.
    int untilClosed() throws InterruptedException {
        WindowOptions options = new WindowOptions(Patterns.all(settings.home()), FaultCatalog.ALL);
        try (Lab lab = new Lab(settings, Environments::open, InstantSource.system());
                Interruption _ = Interruption.closing(lab)) {
            lab.start();
            Window.open(lab, options);
            return ExitCode.PASSED;
        }
    }
}
