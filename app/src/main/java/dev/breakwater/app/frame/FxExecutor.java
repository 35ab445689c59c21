package dev.breakwater.app.frame;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs what other threads have worked out on the JavaFX thread; at once when it is called there.
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
