package dev.breakwater.app.view.log;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.Figures;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.model.run.LogLine;
import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The lines of all processes: filter, follow, copy.
public final class LogView implements View {
    private static final double ROW = 18;
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel model = new LogViewModel();
    private final ListView<LogLine> list = new ListView<>(model.lines());
    private final TextField text = new TextField();
    private final Runnable scroll = this::scroll;
    private final StackPane root = WidgetStyle.on(new StackPane());

    public LogView() {
        list.setId("log");
        list.getStyleClass().addAll("plain-list", "log-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new LogCell(true));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new EmptyState(Words.of("log.empty"), Words.of("log.emptyHint")));
        new FollowTail(list, model.followProperty());
        model.lines().addListener((ListChangeListener<LogLine>) _ -> toEnd());
        model.followProperty().subscribe(this::toEnd);
        list.heightProperty().subscribe(this::toEnd); // also when it is shown for the first time
        Button waiting = waiting();
        StackPane lines = new StackPane(list, waiting);
        StackPane.setAlignment(waiting, Pos.BOTTOM_RIGHT);
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox body = new VBox(bar(), lines);
        body.getStyleClass().add("stack");
        root.getChildren().add(body);
        root.getStyleClass().addAll("tab-body", "log-view");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private Node bar() {
        ComboBox<String> parts = new ComboBox<>(model.parts());
        parts.setId("log-part");
        parts.setConverter(new PartName());
        parts.valueProperty().bindBidirectional(model.partProperty());
        parts.setPrefWidth(170);
        text.setId("log-filter");
        text.setPromptText(Words.of("log.filter"));
        text.setTooltip(new Tooltip(Words.of("log.filterTip")));
        text.textProperty().bindBidirectional(model.textProperty());
        text.setPrefWidth(200);
        Label count = new Label();
        count.getStyleClass().add("muted");
        count.textProperty().bind(Bindings.createStringBinding(
                () -> Words.of("log.lines", Figures.count(model.lines().size())), model.lines()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = new Button(Words.of("log.copy"));
        copy.setTooltip(new Tooltip(Words.of("log.copyTip")));
        copy.setOnAction(_ -> copy());
        ToggleButton follow = new ToggleButton(Words.of("log.follow"));
        follow.setId("log-follow");
        follow.setTooltip(new Tooltip(Words.of("log.followTip")));
        follow.selectedProperty().bindBidirectional(model.followProperty());
        HBox bar = new HBox(parts, text, count, space, copy, follow);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private Button waiting() {
        Button waiting = new Button();
        waiting.getStyleClass().add("newer");
        waiting.setFocusTraversable(false);
        waiting.textProperty().bind(Bindings.createStringBinding(
                () -> Words.of("log.waiting", Figures.count(model.waitingProperty().get())), model.waitingProperty()));
        waiting.visibleProperty().bind(model.waitingProperty().greaterThan(0));
        waiting.setOnAction(_ -> model.followProperty().set(true));
        return waiting;
    }

    /// After the next layout, for only then the list knows how many lines it has.
    private void toEnd() {
        Scene scene = list.getScene();
        if (scene != null) {
            scene.removePostLayoutPulseListener(scroll);
            scene.addPostLayoutPulseListener(scroll);
            Platform.requestNextPulse();
        }
    }

    private void scroll() {
        Scene scene = list.getScene();
        if (scene != null) {
            scene.removePostLayoutPulseListener(scroll);
        }
        if (model.followProperty().get() && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void onKey(KeyEvent event) {
        if (FIND.match(event)) {
            text.requestFocus();
            event.consume();
        } else if (COPY.match(event) && list.isFocused()) {
            copy();
            event.consume();
        }
    }

    /// The chosen lines, or all that are shown when none is chosen.
    private void copy() {
        var chosen = list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(LogViewModel.text(chosen.isEmpty() ? model.lines() : chosen));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public String title() {
        return Words.of("log.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(RunSnapshot run) {
        model.show(run);
    }

    private static final class PartName extends StringConverter<String> {
        @Override
        public String toString(String part) {
            return part == null || part.equals(LogViewModel.ALL) ? Words.of("log.allParts") : part;
        }

        @Override
        public String fromString(String text) {
            return text.equals(Words.of("log.allParts")) ? LogViewModel.ALL : text;
        }
    }
}
