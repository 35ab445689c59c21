package dev.breakwater.app.view.stage;

import dev.breakwater.app.theme.Appearance;
import dev.breakwater.app.theme.Texts;
import dev.breakwater.app.view.Animated;
import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.topology.Topology;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The middle of the window: what runs, how it talks, and each message on its way.
public final class StageView implements View, Animated {
    private static final double ZOOM_STEP = 1.25;
    private final Appearance appearance;
    private final StagePlaces places;
    private final Executor aside;
    private final Executor back;
    private final StageCanvas canvas = new StageCanvas();
    private final StageInput input;
    private final LegendBar legend;
    private final HoverCard card = new HoverCard();
    private final Label paused = new Label(Texts.of("stage.paused"));
    private final Label empty = new Label(Texts.of("stage.empty"));
    private final StackPane layers = new StackPane();
    private final VBox root = new VBox();
    private Topology planned = Topology.EMPTY;
    private String scenario = "";

    /// @param aside where the layout is worked out: not the JavaFX thread
    /// @param back brings its result to the JavaFX thread
    public StageView(Appearance appearance, Selection selection, StagePlaces places, Executor aside, Executor back) {
        this.appearance = appearance;
        this.places = places;
        this.aside = aside;
        this.back = back;
        input = new StageInput(canvas, selection, (node, place) -> places.moved(scenario, node, place));
        legend = new LegendBar(selection);
        selection.selectedProperty().addListener((_, _, now) -> {
            canvas.select(now);
            canvas.setAccessibleText(Spoken.of(now, canvas.picture()));
        });
        appearance.inkProperty().addListener(_ -> look());
        appearance.reducedMotionProperty().addListener(_ -> look());
        canvas.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty).subscribe(_ -> look());
        card.follow(canvas);
        build();
        look();
    }

    private void build() {
        paused.getStyleClass().add("stage-banner");
        paused.setVisible(false);
        paused.setMouseTransparent(true);
        empty.getStyleClass().add("stage-empty");
        empty.setMouseTransparent(true);
        StackPane.setAlignment(paused, Pos.TOP_CENTER);
        HBox zoom = new HBox(
                tool("stage.zoomOut", new FontIcon(Material2MZ.REMOVE), () -> input.zoom(1 / ZOOM_STEP)),
                tool("stage.fit", new FontIcon(Material2AL.CROP_FREE), canvas::fit),
                tool("stage.zoomIn", new FontIcon(Material2AL.ADD), () -> input.zoom(ZOOM_STEP)),
                tool("stage.tidy", new FontIcon(Material2MZ.REPLAY), this::tidy));
        zoom.getStyleClass().add("stage-tools");
        zoom.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(zoom, Pos.BOTTOM_RIGHT);
        layers.getChildren().addAll(canvas, empty, zoom, card.node(), paused);
        layers.getStyleClass().add("stage");
        layers.setMinSize(0, 0);
        VBox.setVgrow(layers, Priority.ALWAYS);
        root.getChildren().addAll(layers, legend.node());
        root.setMinSize(0, 0);
    }

    private static Button tool(String key, FontIcon icon, Runnable action) {
        Button button = new Button(null, icon);
        button.setId(key.replace('.', '-'));
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public String title() {
        return Texts.of("stage.title");
    }

    @Override
    public Node node() {
        return root;
    }

    /// Lays a view over the stage, for example the progress of the start.
    public void cover(Node cover) {
        layers.getChildren().add(cover);
    }

    public void showPaused(boolean now) {
        paused.setVisible(now);
    }

    @Override
    public void show(RunSnapshot run) {
        if (!run.topology().equals(planned)) {
            planned = run.topology();
            scenario = run.scenario();
            lay(planned);
        }
        empty.setVisible(run.topology().nodes().isEmpty() && run.phase() == RunPhase.IDLE);
        canvas.show(run);
        legend.show(StageViewModel.brokers(run), run);
    }

    @Override
    public void frame(long nanos) {
        canvas.frame(nanos);
    }

    /// For measuring: how many times the usual number of dots each line may carry.
    public void crowd(double times) {
        canvas.pace(times);
    }

    public int dotsOnTheirWay() {
        return canvas.dotsOnTheirWay();
    }

    private void lay(Topology topology) {
        String now = scenario;
        aside.execute(() -> {
            StagePlan plan = StagePlan.of(topology, places.of(now));
            back.execute(() -> {
                if (topology.equals(planned)) {
                    canvas.plan(plan);
                }
            });
        });
    }

    private void tidy() {
        places.forget(scenario);
        lay(planned);
        canvas.fit();
    }

    private void look() {
        canvas.look(appearance.ink(), appearance.reducedMotionProperty().get());
        legend.look(appearance.ink());
    }
}
