package dev.breakwater.app.bench;

import dev.breakwater.app.fixture.FakeLab;
import dev.breakwater.app.fixture.Options;
import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.app.shell.MainWindow;
import dev.breakwater.app.shell.UserSettings;
import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.Selected;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/// The cost of a frame of the whole window while messages flood in: `FrameBenchmark [dots] [seconds] [tab]`.
///
/// Prints one JSON line. With `-Djavafx.animation.fullspeed=true` frames follow each other at once, so that their times are their
/// cost; without it they come at 60 a second, and the 99th percentile tells whether any was late.
public final class FrameBenchmark {
    private static final double ORDERS_PER_SECOND = 217;
    private static final double MESSAGES_PER_ORDER = 23;
    private static final long SNAPSHOT_MILLIS = 20;
    private static final int WARM_SECONDS = 8;

    private FrameBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        int dots = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int tab = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        UserSettings settings = new UserSettings(Files.createTempDirectory("frames").resolve("settings.properties"), System.err::println);
        settings.theme(ThemeChoice.DARK);
        SagaRun run = new SagaRun(ORDERS_PER_SECOND, false);
        FakeLab lab = new FakeLab(run.at(SagaRun.START.plusSeconds(5)));
        AtomicReference<MainWindow> window = new AtomicReference<>();
        CountDownLatch open = new CountDownLatch(1);
        Platform.startup(() -> {
            MainWindow made = new MainWindow(lab, Options.SAGA, settings);
            Stage stage = new Stage();
            settings.number("width", 1440);
            settings.number("height", 900);
            made.show(stage);
            made.selection().set(new Selected.OfNode(SagaStage.node("order-service")));
            ((TabPane) made.scene().lookup("#tabs")).getSelectionModel().select(tab);
            window.set(made);
            open.countDown();
        });
        open.await();
        try (ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor()) {
            long began = System.nanoTime();
            Instant start = SagaRun.START.plusSeconds(5);
            feeder.scheduleAtFixedRate(() -> lab.now(run.at(start.plusNanos(System.nanoTime() - began))), 0, SNAPSHOT_MILLIS,
                    TimeUnit.MILLISECONDS);
            MainWindow opened = Objects.requireNonNull(window.get());
            crowd(opened, dots);
            measure(opened, seconds);
            feeder.shutdownNow();
        }
        Platform.exit();
        System.exit(0);
    }

    /// Lets lines carry more dots until there are as many as wanted.
    private static void crowd(MainWindow window, int wanted) throws InterruptedException {
        double crowd = wanted / 140.0;
        for (int round = 0; round < 4; round++) {
            double now = crowd;
            Platform.runLater(() -> window.stageView().crowd(now));
            TimeUnit.SECONDS.sleep(WARM_SECONDS / 2);
            crowd *= (double) wanted / Math.max(1, window.stageView().dotsOnTheirWay());
        }
    }

    private static void measure(MainWindow window, int seconds) throws InterruptedException {
        Platform.runLater(() -> window.frames().times().clear());
        long dots = 0;
        for (int i = 0; i < seconds; i++) {
            TimeUnit.SECONDS.sleep(1);
            dots += window.stageView().dotsOnTheirWay();
        }
        CountDownLatch told = new CountDownLatch(1);
        long mean = dots / seconds;
        Platform.runLater(() -> {
            var times = window.frames().times();
            System.out.printf(Locale.ROOT,
                    "{\"dots\":%d,\"messagesPerSecond\":%.0f,\"frames\":%d,\"p50Millis\":%.1f,\"p95Millis\":%.1f,\"p99Millis\":%.1f}%n",
                    mean, ORDERS_PER_SECOND * MESSAGES_PER_ORDER, times.frames(), millis(times.percentile(50)),
                    millis(times.percentile(95)), millis(times.percentile(99)));
            told.countDown();
        });
        told.await(5, TimeUnit.SECONDS);
    }

    private static double millis(long nanos) {
        return Duration.ofNanos(nanos).toNanos() / 1e6;
    }
}
