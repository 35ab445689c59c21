package dev.breakwater.app.shell;

import dev.breakwater.app.frame.FxExecutor;
import dev.breakwater.engine.LabCommands;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window on a lab that the caller has opened.
public final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private Window() {}

    /// Opens the window and returns when the user has closed it. Not on the JavaFX thread, and once in a process.
    ///
    /// Asks the lab for snapshots and gives it commands, but neither starts nor ends it: that is for the caller, who closes the
    /// lab after this call.
    public static void open(LabCommands lab, WindowOptions options) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            try {
                MainWindow window = new MainWindow(lab, options, userSettings());
                Stage stage = new Stage();
                window.show(stage);
                stage.setOnHidden(_ -> {
                    window.close();
                    closed.countDown();
                });
            } catch (RuntimeException broken) {
                LOG.error("the window could not be opened", broken);
                closed.countDown();
            }
        });
        closed.await();
        new FxExecutor().execute(Platform::exit);
    }

    private static UserSettings userSettings() {
        Path file = UserSettings.usualFile(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return new UserSettings(file, LOG::warn);
    }
}
