package dev.breakwater.app.cli;

import dev.breakwater.app.shell.ScenarioEntry;
import dev.breakwater.app.shell.Window;
import dev.breakwater.app.shell.WindowOptions;
import dev.breakwater.app.view.inspector.Suggestion;
import dev.breakwater.engine.Environments;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.fault.FaultCatalog;
import dev.breakwater.engine.scenario.Scenario;
import dev.breakwater.engine.scenario.ScenarioFolder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Drives one run from the window.
final class WindowRun {
    private final LabSettings settings;

    WindowRun(LabSettings settings) {
        this.settings = settings;
    }

    /// Returns when the user has closed the window and everything has ended.
    int untilClosed() throws BadInputException, InterruptedException {
        WindowOptions options = options();
        try (Lab lab = new Lab(settings, Environments::open, InstantSource.system());
                Interruption _ = Interruption.closing(lab)) {
            lab.start();
            Window.open(lab, options);
            return ExitCode.PASSED;
        }
    }

    private WindowOptions options() throws BadInputException {
        List<ScenarioEntry> entries = new ArrayList<>();
        for (String name : new ScenarioFolder(settings.home()).names()) {
            Scenario scenario = RunOptions.scenario(settings.home(), name);
            entries.add(new ScenarioEntry(scenario.id(), scenario.title(), scenario.group()));
        }
        List<Suggestion> worthTrying = settings.scenario().faults().stream().map(hint -> new Suggestion(hint.order(), hint.see())).toList();
        return new WindowOptions(entries, settings.scenario().id(), FaultCatalog.ALL, worthTrying);
    }
}
