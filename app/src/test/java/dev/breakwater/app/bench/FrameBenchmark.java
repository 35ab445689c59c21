package dev.breakwater.app.bench;

import dev.breakwater.app.fixture.FakeLab;
import dev.breakwater.app.fixture.Options;
import dev.breakwater.app.fixture.SagaRun;
import dev.breakwater.app.fixture.SagaStage;
import dev.breakwater.app.frame.FrameTimes;
import dev.breakwater.app.shell.MainWindow;
import dev.breakwater.app.shell.UserSettings;
import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.Selected;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/// The cost of a frame of the whole window while messages flood in: `FrameBenchmark [crowd] [seconds] [tab]`.
///
/// `crowd` is how many times the usual number of dots each line may carry. Prints one JSON line. With
/// `-Djavafx.animation.fullspeed=true` frames follow each other at once, so that their times are their cost; without it they come
/// at 60 a second, and the 99th percentile tells whether any was late.
public final class FrameBenchmark {
    private static final double ORDERS_PER_SECOND = 217;
    private static final double MESSAGES_PER_ORDER = 23;
    private static final long SNAPSHOT_MILLIS = 20;
    private static final int WARM_SECONDS = 8;
    /// As many dots as the stage ever shows: 2,000.
    private static final double FLOOD = 1_000;
    private static final String FX = "JavaFX Application Thread";
    private static final String RENDERER = "QuantumRenderer";

    private FrameBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        double crowd = arguments.length > 0 ? Double.parseDouble(arguments[0]) : FLOOD;
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
            Future<?> feeding = feeder.scheduleAtFixedRate(() -> lab.now(run.at(start.plusNanos(System.nanoTime() - began))),
                    0, SNAPSHOT_MILLIS,
                    TimeUnit.MILLISECONDS);
            MainWindow opened = Objects.requireNonNull(window.get());
            while (opened.stageView().dotsOnTheirWay() == 0) {
                // the layout sets the usual pace when it is there
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Platform.runLater(() -> opened.stageView().crowd(crowd));
            measure(opened, seconds);
            feeding.cancel(true);
        }
        Platform.exit();
        System.exit(0);
    }

    private static void measure(MainWindow window, int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(WARM_SECONDS);
        Platform.runLater(() -> window.frames().times().clear());
        long fxBefore = cpuNanos(FX);
        long renderBefore = cpuNanos(RENDERER);
        long dots = 0;
        for (int i = 0; i < seconds; i++) {
            TimeUnit.SECONDS.sleep(1);
            dots += window.stageView().dotsOnTheirWay();
        }
        long mean = dots / seconds;
        CountDownLatch told = new CountDownLatch(1);
        Platform.runLater(() -> {
            FrameTimes times = window.frames().times();
            double frames = Math.max(1, times.frames());
            System.out.printf(Locale.ROOT, "{\"dots\":%d,\"messagesPerSecond\":%.0f,\"frames\":%.0f,\"p50Millis\":%.1f,\"p95Millis\":%.1f,"
                            + "\"p99Millis\":%.1f,\"cpuMillisPerFrame\":{\"fx\":%.2f,\"renderer\":%.2f}}%n",
                    mean, ORDERS_PER_SECOND * MESSAGES_PER_ORDER, frames, millis(times.percentile(50)), millis(times.percentile(95)),
                    millis(times.percentile(99)), millis(cpuNanos(FX) - fxBefore) / frames,
                    millis(cpuNanos(RENDERER) - renderBefore) / frames);
            told.countDown();
        });
        told.await(5, TimeUnit.SECONDS);
    }

    /// What the threads of this name have used so far: tells the cost of a frame on a busy machine too.
    private static long cpuNanos(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith(thread)) {
                sum += Math.max(0, threads.getThreadCpuTime(info.getThreadId()));
            }
        }
        return sum;
    }

    private static double millis(long nanos) {
        return Duration.ofNanos(nanos).toNanos() / 1e6;
    }
}
