package dev.breakwater.app.shell;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.startup.StartupView;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.scene.Node;

/// Lays the progress of the start over the stage while there is nothing else to see.
final class StartCover implements View {
    private final StartupView startup;

    StartCover(LabCommands lab) {
        startup = new StartupView(lab);
        startup.node().setVisible(false);
    }

    @Override
    public String title() {
        return startup.title();
    }

    @Override
    public Node node() {
        return startup.node();
    }

    @Override
    public void show(RunSnapshot run) {
        boolean covers = StartupView.covers(run);
        startup.node().setVisible(covers);
        if (covers) {
            startup.show(run);
        }
    }
}
