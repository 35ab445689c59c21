package dev.breakwater.app.view.breaker;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.model.breaker.BreakerView.Transition;
import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One row a breaker, and beside them why the chosen one changed.
public final class BreakersView implements View {
    private static final double ROW = 82;
    private static final double CHANGE = 40;

    private final BreakersViewModel model = new BreakersViewModel();
    private final StackPane root = WidgetStyle.on(new StackPane());

    public BreakersView() {
        HBox both = new HBox(breakers(), history());
        both.getStyleClass().add("columns");
        EmptyState empty = new EmptyState(Words.of("breaker.empty"), Words.of("breaker.emptyHint"));
        var nothing = Bindings.isEmpty(model.rows());
        empty.visibleProperty().bind(nothing);
        both.visibleProperty().bind(nothing.not());
        root.getChildren().addAll(both, empty);
        root.getStyleClass().addAll("tab-body", "breakers-view");
    }

    private Node breakers() {
        ListView<BreakerRow> list = new ListView<>(model.rows());
        list.setId("breakers");
        list.getStyleClass().add("plain-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new BreakerCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(row.breaker().name());
            }
        });
        Label from = new Label("-5:00");
        Label now = new Label(Words.of("breaker.now"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox clock = new HBox(from, space, now);
        clock.getStyleClass().add("strip-clock");
        VBox box = new VBox(list, clock);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMinWidth(0);
        return box;
    }

    private Node history() {
        Label title = new Label();
        title.getStyleClass().add("side-title");
        title.textProperty().bind(Bindings.createStringBinding(
                () -> Words.of("breaker.why", model.chosenProperty().get()), model.chosenProperty()));
        ListView<Transition> list = new ListView<>(model.history());
        list.setId("transitions");
        list.getStyleClass().add("plain-list");
        list.setFixedCellSize(CHANGE);
        list.setCellFactory(_ -> new TransitionCell());
        list.setPlaceholder(new EmptyState(Words.of("breaker.noChange"), Words.of("breaker.noChangeHint")));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(title, list);
        side.getStyleClass().addAll("stack", "side");
        side.minWidthProperty().bind(root.widthProperty().multiply(0.4));
        side.maxWidthProperty().bind(root.widthProperty().multiply(0.4));
        return side;
    }

    @Override
    public String title() {
        return Words.of("breaker.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        model.show(run);
    }
}
