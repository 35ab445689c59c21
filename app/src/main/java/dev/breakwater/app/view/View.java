package dev.breakwater.app.view;

import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.scene.Node;

/// A part of the window that shows the run. All calls on the JavaFX thread.
public interface View {
    String title();

    Node node();

    /// Called at most once a frame, only while visible and only when the version has changed.
    void show(RunSnapshot run);
}
