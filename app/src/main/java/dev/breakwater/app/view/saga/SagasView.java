package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Selection;
import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.view.latency.LatencyChart;
import dev.breakwater.app.view.latency.LatencyViewModel;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.Segments;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.model.run.RunSnapshot;
import dev.breakwater.engine.model.saga.SagaBoard;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Each order's saga: a list with chips or a board; beside it the selected order in full, else the latency of the links.
public final class SagasView implements View {
    private enum Mode {
        LIST,
        BOARD
    }

    private final SagasViewModel model;
    private final LatencyViewModel latency = new LatencyViewModel();
    private final LatencyChart chart = new LatencyChart(false, Words.of("latency.byLink"));
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.LIST);
    private final TextField search = new TextField();
    private final SagaBoardPane board;
    private final StackPane root = new StackPane();

    public SagasView(Selection selection) {
        model = new SagasViewModel(selection);
        board = new SagaBoardPane(model);
        HBox both = new HBox(content(), side());
        both.getStyleClass().add("columns");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox body = new VBox(bar(), both);
        body.getStyleClass().add("stack");
        EmptyState empty = new EmptyState(Words.of("saga.empty"), Words.of("saga.emptyHint"));
        BooleanBinding nothing = Bindings.createBooleanBinding(() -> total(model.boardProperty().get()) == 0, model.boardProperty());
        empty.visibleProperty().bind(nothing);
        body.visibleProperty().bind(nothing.not());
        root.getChildren().addAll(body, empty);
        WidgetStyle.on(root);
        root.getStyleClass().addAll("tab-body", "sagas-view");
        KeyCombination find = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
        root.setOnKeyPressed(event -> {
            if (find.match(event)) {
                search.requestFocus();
                event.consume();
            }
        });
    }

    private Node bar() {
        Segments<SagaFilter> filters = new Segments<>(List.of(SagaFilter.values()), f -> f.title(SagaBoard.EMPTY), model.filterProperty());
        filters.getStyleClass().add("counters");
        model.boardProperty().subscribe(now -> filters.retitle(f -> f.title(now)));
        search.setId("saga-search");
        search.setPromptText(Words.of("saga.search"));
        search.setTooltip(new Tooltip(Words.of("saga.searchTip")));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setMinWidth(70);
        search.setPrefWidth(90);
        Segments<Mode> modes = new Segments<>(List.of(Mode.values()), m -> Words.of(m == Mode.LIST ? "saga.list" : "saga.board"), mode);
        modes.getStyleClass().add("modes");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(filters, space, search, modes);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private Node content() {
        Node list = new SagaList(model).node();
        list.visibleProperty().bind(mode.isEqualTo(Mode.LIST));
        board.node().visibleProperty().bind(mode.isEqualTo(Mode.BOARD));
        StackPane content = new StackPane(list, board.node());
        content.setMinWidth(0);
        content.setPrefWidth(0);
        HBox.setHgrow(content, Priority.ALWAYS);
        model.boardProperty().subscribe(now -> {
            if (mode.get() == Mode.BOARD) {
                board.show(now);
            }
        });
        mode.subscribe(() -> board.show(model.boardProperty().get()));
        return content;
    }

    private Node side() {
        SagaDetailsPane details = new SagaDetailsPane(model);
        model.detailsProperty().subscribe(now -> now.ifPresent(details::show));
        BooleanBinding open = Bindings.createBooleanBinding(() -> model.detailsProperty().get().isPresent(), model.detailsProperty());
        details.node().visibleProperty().bind(open);
        chart.node().visibleProperty().bind(open.not());
        latency.plotProperty().subscribe(chart::show);
        StackPane side = new StackPane(chart.node(), details.node());
        side.getStyleClass().add("side");
        var wanted = Bindings.createDoubleBinding(() -> width(open.get(), root.getWidth()), open, root.widthProperty());
        side.minWidthProperty().bind(wanted);
        side.maxWidthProperty().bind(wanted);
        BooleanBinding needed = open.or(mode.isEqualTo(Mode.LIST));
        side.visibleProperty().bind(needed);
        side.managedProperty().bind(needed);
        return side;
    }

    /// Beside the list: details want more room than the chart, and both leave the chips readable.
    private static double width(boolean details, double all) {
        return details ? Math.max(396, all * 0.48) : Math.max(240, all * 0.62 - 290);
    }

    private static long total(SagaBoard board) {
        return board.active() + board.completed() + board.compensated() + board.failed() + board.stuck();
    }

    @Override
    public String title() {
        return Words.of("saga.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        model.show(run);
        latency.show(run);
    }
}
