package dev.breakwater.app.shell;

import dev.breakwater.app.frame.FxExecutor;
import dev.breakwater.engine.LabCommands;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
    ///
    /// @throws IllegalStateException when the window could not be opened
    public static void open(LabCommands lab, WindowOptions options) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
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
            } catch (RuntimeException | Error broken) {
                failure.set(broken);
                closed.countDown();
            }
        });
        closed.await();
        new FxExecutor().execute(Platform::exit);
        Throwable broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException("the window could not be opened", broken);
        }
    }

    private static UserSettings userSettings() {
        Path file = UserSettings.usualFile(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return new UserSettings(file, LOG::warn);
    }
}
