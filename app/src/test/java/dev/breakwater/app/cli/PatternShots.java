package dev.breakwater.app.cli;

import dev.breakwater.app.shell.MainWindow;
import dev.breakwater.app.shell.UserSettings;
import dev.breakwater.app.shell.WindowOptions;
import dev.breakwater.app.theme.ThemeChoice;
import dev.breakwater.app.view.Selected;
import dev.breakwater.engine.Environments;
import dev.breakwater.engine.Lab;
import dev.breakwater.engine.LabSettings;
import dev.breakwater.engine.fault.FaultCatalog;
import dev.breakwater.engine.model.fault.FaultPhase;
import dev.breakwater.engine.model.flow.Transfer;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Protocol;
import dev.breakwater.engine.scenario.Scenario;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Pictures of the window on real patterns, driven by its own controls:
/// `PatternShots FOLDER light|dark WIDTH HEIGHT robust|naive [PATTERN[:FAULT[:SECONDS[:TAB]]]]...`.
///
/// Each pattern is opened, runs for a while, is set to the variant, and gets the failure: 0 is the first one that its folder names, which
/// is also what is taken without a number; `-` is none; with `message` the newest message of a stream is selected instead, and with
/// `#rebuild` and the like the button of that name is pressed. The picture is
/// taken so many seconds after the failure came into force, with this tab open (0 = the first; else the last, with what is special).
public final class PatternShots {
    private static final int CALM_SECONDS = 14;
    private static final int FORCE_SECONDS = 3;
    private static final int LAST_TAB = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab;
    private final MainWindow window;
    private final Path folder;

    private PatternShots(Lab lab, MainWindow window, Path folder) {
        this.lab = lab;
        this.window = window;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of("").toAbsolutePath();
        List<Scenario> all = Patterns.all(home);
        UserSettings settings = new UserSettings(Files.createTempDirectory("shots").resolve("settings.properties"), System.err::println);
        settings.theme(ThemeChoice.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
        double width = Double.parseDouble(arguments[2]);
        double height = Double.parseDouble(arguments[3]);
        List<String> wanted = arguments.length > 5 ? List.of(arguments).subList(5, arguments.length)
                : all.stream().map(Scenario::id).toList();
        Scenario first = all.stream().filter(scenario -> wanted.getFirst().startsWith(scenario.id())).findFirst().orElseThrow();
        InstantSource clock = InstantSource.system();
        int failed = 0;
        try (Lab lab = new Lab(new LabSettings(home, first, "embedded", 11, first.load(), Optional.empty(), clock.instant()),
                Environments::open, clock)) {
            lab.start();
            CompletableFuture<MainWindow> opened = new CompletableFuture<>();
            Platform.startup(() -> {
                MainWindow made = new MainWindow(lab, new WindowOptions(all, FaultCatalog.ALL), settings);
                Stage stage = new Stage();
                made.show(stage);
                stage.setWidth(width);
                stage.setHeight(height);
                opened.complete(made);
            });
            PatternShots shots = new PatternShots(lab, opened.get(), Path.of(arguments[0]));
            for (String each : wanted) {
                failed += shots.tried(each.split(":"), arguments[4].equals("naive"), all) ? 0 : 1;
            }
        }
        System.exit(failed);
    }

    private boolean tried(String[] wanted, boolean naive, List<Scenario> all) throws Exception {
        try {
            Scenario scenario = all.stream().filter(each -> each.id().equals(wanted[0])).findFirst().orElseThrow();
            take(scenario, wanted.length > 1 ? wanted[1] : "0", wanted.length > 2 ? Integer.parseInt(wanted[2]) : FORCE_SECONDS,
                    wanted.length > 3 ? Integer.parseInt(wanted[3]) : LAST_TAB, naive);
            return true;
        } catch (IOException late) {
            System.err.println(wanted[0] + ": " + late.getMessage());
            return false;
        }
    }

    private void take(Scenario scenario, String fault, int seconds, int tab, boolean naive) throws Exception {
        if (!lab.snapshot().scenario().equals(scenario.id())) {
            press("#pattern-" + scenario.id(), 0);
        }
        await("it runs", run -> run.scenario().equals(scenario.id()) && run.phase() == RunPhase.RUNNING && run.load().accepted() > 5);
        onFx(root -> {
            window.selection().set(new Selected.None());
            TabPane tabs = (TabPane) Objects.requireNonNull(root.lookup("#tabs"));
            tabs.getSelectionModel().select(tab);
            return null;
        });
        goesOn(CALM_SECONDS);
        if (naive) {
            onFx(root -> {
                root.lookupAll(".segments .toggle-button").stream().map(ToggleButton.class::cast)
                        .filter(button -> button.getText().equals("naive") && button.isVisible()).forEach(ButtonBase::fire);
                return null;
            });
            await("the services took the variant", run -> run.switches().stream().anyMatch(each -> each.value().equals("naive")));
            goesOn(FORCE_SECONDS);
        }
        keyMoment(fault, seconds);
        write(folder.resolve("pattern-" + scenario.id() + (naive ? "-naive" : "") + ".png").toFile());
        lab.healAll();
        await("everything is healed", run -> run.faults().stream().noneMatch(each -> each.phase() == FaultPhase.ACTIVE));
    }

    private void keyMoment(String fault, int seconds) throws Exception {
        if (fault.equals("message")) {
            Transfer message = lab.snapshot().transfers().reversed().stream().filter(each -> each.protocol() == Protocol.REDIS_STREAMS)
                    .findFirst().orElseThrow();
            onFx(_ -> {
                window.selection().set(new Selected.OfTransfer(message));
                return null;
            });
            goesOn(1);
        } else if (fault.startsWith("#")) {
            press(fault, 0);
            goesOn(seconds);
        } else if (!fault.equals("-")) {
            press(".try", Integer.parseInt(fault));
            await("a fault in force", run -> run.faults().stream().anyMatch(each -> each.phase() == FaultPhase.ACTIVE));
            goesOn(seconds);
        }
    }

    private void write(File file) throws Exception {
        BufferedImage image = onFx(_ -> SwingFXUtils.fromFXImage(window.scene().snapshot(null), null));
        ImageIO.write(image, "png", file);
        System.out.println(file + "  " + lab.snapshot().invariants());
    }

    private void press(String selector, int number) throws Exception {
        onFx(root -> {
            List<Node> found = List.copyOf(root.lookupAll(selector));
            ((Button) found.get(number)).fire();
            return null;
        });
    }

    /// Waits until the run itself has gone on for so long.
    private void goesOn(int seconds) throws Exception {
        Instant until = lab.snapshot().at().plusSeconds(seconds);
        await("the run goes on", run -> !run.at().isBefore(until));
    }

    private void await(String what, Predicate<RunSnapshot> wanted) throws Exception {
        RunSnapshot last = lab.until(wanted, PATIENCE);
        if (!wanted.test(last)) {
            throw new IOException("not within " + PATIENCE + ": " + what + "; " + last.message());
        }
    }

    private <T> T onFx(Function<Node, T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.apply(window.scene().getRoot()));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
