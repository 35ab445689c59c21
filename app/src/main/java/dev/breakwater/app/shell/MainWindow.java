package dev.breakwater.app.shell;

import dev.breakwater.app.frame.FrameLoop;
import dev.breakwater.app.frame.FxExecutor;
import dev.breakwater.app.theme.Appearance;
import dev.breakwater.app.theme.Typeface;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.failures.FailuresView;
import dev.breakwater.app.view.inspector.InspectorView;
import dev.breakwater.app.view.stage.StageView;
import dev.breakwater.app.view.timeline.TimelineView;
import dev.breakwater.engine.LabCommands;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the views together, gives them the beat, and keeps what the user has set. JavaFX thread only.
public final class MainWindow implements AutoCloseable {
    static final double LEAST_WIDTH = 1_120;
    static final double LEAST_HEIGHT = 660;
    private static final double USUAL_WIDTH = 1_440;
    private static final double USUAL_HEIGHT = 900;
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    private static final String STYLE =
            Objects.requireNonNull(MainWindow.class.getResource("/dev/breakwater/app/window.css")).toExternalForm();

    private final LabCommands lab;
    private final UserSettings settings;
    private final Appearance appearance = new Appearance();
    private final Selection selection = new Selection();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ExecutorService aside;
    private final FrameLoop frames;
    private final StageView stageView;
    private final Layout layout;
    private final Scene scene;

    public MainWindow(LabCommands lab, WindowOptions options, UserSettings settings) {
        this(lab, options, settings, Executors.newVirtualThreadPerTaskExecutor());
    }

    /// @param aside where work is done that is too long for a frame; closed with the window
    public MainWindow(LabCommands lab, WindowOptions options, UserSettings settings, ExecutorService aside) {
        this.lab = lab;
        this.aside = aside;
        this.settings = settings;
        appearance.follow(settings.theme(), settings.reducedMotion());
        frames = new FrameLoop(lab::snapshot);
        stageView = new StageView(appearance, selection, settings, aside, new FxExecutor());
        TopBar top = new TopBar(lab, appearance, paused);
        PatternList patterns = new PatternList(lab, options);
        InspectorView inspector = new InspectorView(lab, selection, options.faults(), lab::trace, options::scenario);
        FailuresView failures = new FailuresView(lab, selection, options.faults());
        List<View> tabs = ViewCatalog.bottomTabs(lab, selection, options::scenario);
        layout = new Layout(top, patterns, stageView, inspector, failures, tabs);
        TimelineView timeline = new TimelineView();
        layout.under((Region) timeline.node());
        StartCover cover = new StartCover(lab);
        stageView.cover(cover.node());
        scene = new Scene(layout.root(), USUAL_WIDTH, USUAL_HEIGHT);
        scene.getStylesheets().addAll(STYLE, Typeface.styleSheet());
        frames.addAlways(top, () -> true);
        frames.addAlways(patterns, () -> true);
        frames.addAlways(failures, () -> true);
        frames.addAlways(cover, () -> true);
        frames.add(timeline, () -> true);
        frames.add(stageView, () -> true);
        frames.add(inspector, () -> true);
        tabs.forEach(tab -> frames.add(tab, () -> layout.isShowing(tab)));
        follow();
    }

    private void follow() {
        appearance.themeProperty().addListener((_, _, theme) -> settings.theme(theme));
        appearance.reducedMotionProperty().addListener((_, _, reduce) -> settings.reducedMotion(reduce));
        appearance.inkProperty().addListener((_, _, ink) -> mark(ink.dark()));
        mark(appearance.ink().dark());
        paused.addListener((_, _, now) -> {
            frames.pause(now);
            stageView.showPaused(now);
        });
        settings.number("split").ifPresent(layout::divide);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Style rules that the theme's own colours do not cover ask for this class.
    private void mark(boolean dark) {
        scene.getRoot().getStyleClass().removeAll("dark", "light");
        scene.getRoot().getStyleClass().add(dark ? "dark" : "light");
    }

    private void key(KeyEvent event) {
        boolean writing = scene.getFocusOwner() instanceof TextInputControl;
        if (event.getCode() == KeyCode.F9) {
            lab.healAll();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && !writing && !(scene.getFocusOwner() instanceof ButtonBase)) {
            paused.set(!paused.get());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
            layout.selectTab(DIGITS.indexOf(event.getCode()));
            event.consume();
        }
    }

    /// Shows the window where it was, or in the middle of the screen, and begins to beat.
    public void show(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("Breakwater");
        stage.setScene(scene);
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(settings.number("width").orElse(USUAL_WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(settings.number("height").orElse(USUAL_HEIGHT), screen.getHeight()));
        stage.show();
        stage.setOnHiding(_ -> {
            settings.number("width", stage.getWidth());
            settings.number("height", stage.getHeight());
            settings.number("split", layout.divided());
        });
        frames.start();
    }

    public Scene scene() {
        return scene;
    }

    public FrameLoop frames() {
        return frames;
    }

    public Selection selection() {
        return selection;
    }

    public StageView stageView() {
        return stageView;
    }

    public Appearance appearance() {
        return appearance;
    }

    @Override
    public void close() {
        frames.close();
        layout.close();
        aside.shutdownNow();
    }
}
