package dev.breakwater.app.view.startup;

import dev.breakwater.app.view.View;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.view.log.LogCell;
import dev.breakwater.app.widget.EmptyState;
import dev.breakwater.app.widget.WidgetStyle;
import dev.breakwater.engine.LabCommands;
import dev.breakwater.engine.model.run.LogLine;
import dev.breakwater.engine.model.run.RunPhase;
import dev.breakwater.engine.model.run.RunSnapshot;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Covers the window until the lab runs. The shell shows it as long as [#covers] says so.
public final class StartupView implements View {
    private static final double WIDEST = 860;
    private static final double LOG_HEIGHT = 170;

    private final StartupViewModel model;
    private final StackPane root = WidgetStyle.on(new StackPane());

    public StartupView(LabCommands lab) {
        model = new StartupViewModel(lab);
        HBox columns = new HBox(
                column(Words.of("startup.brokers"), model.brokers()), column(Words.of("startup.services"), model.services()));
        columns.getStyleClass().add("startup-columns");
        columns.setMinHeight(0);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(0);
        show(scroll, Bindings.isNotEmpty(model.brokers()).or(Bindings.isNotEmpty(model.services())));
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        VBox card = new VBox(head(), scroll, log());
        card.getStyleClass().add("startup-card");
        card.setMaxSize(WIDEST, Region.USE_PREF_SIZE);
        root.getChildren().add(card);
        root.getStyleClass().addAll("tab-body", "startup-view");
    }

    /// Whether the run must be covered: it does not run.
    public static boolean covers(RunSnapshot run) {
        return StartupViewModel.covers(run);
    }

    private Node head() {
        Label headline = new Label();
        headline.getStyleClass().add("startup-headline");
        headline.textProperty().bind(model.headlineProperty());
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        BooleanBinding failed = model.phaseProperty().isEqualTo(RunPhase.FAILED);
        failed.subscribe(now -> headline.getStyleClass().setAll("label", "startup-headline", now ? "failed" : "calm"));
        Label explanation = new Label();
        explanation.getStyleClass().add("startup-explanation");
        explanation.textProperty().bind(model.explanationProperty());
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(headline, explanation);
        text.getStyleClass().add("stack");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text, buttons(failed));
        line.getStyleClass().add("startup-head");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        show(bar, model.phaseProperty().isEqualTo(RunPhase.STARTING));
        VBox head = new VBox(line, bar);
        head.getStyleClass().add("startup-top");
        return head;
    }

    private Node buttons(BooleanBinding failed) {
        Button retry = new Button();
        retry.setId("retry");
        retry.getStyleClass().add("main-action");
        retry.textProperty().bind(Bindings.when(failed).then(Words.of("startup.retry")).otherwise(Words.of("startup.start")));
        retry.setDefaultButton(true);
        retry.setMinWidth(Region.USE_PREF_SIZE);
        retry.setOnAction(_ -> model.retry());
        show(retry, failed.or(model.phaseProperty().isEqualTo(RunPhase.IDLE)));
        Button copy = new Button(Words.of("startup.copy"));
        copy.setId("copy-details");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Words.of("startup.copyTip")));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        show(copy, failed);
        HBox buttons = new HBox(copy, retry);
        buttons.getStyleClass().add("bar");
        return buttons;
    }

    private Node column(String heading, ObservableList<PartRow> rows) {
        Node column = new PartColumn(heading, rows, model.openLogProperty()).node();
        ((Region) column).setPrefWidth(100);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.visibleProperty().bind(Bindings.isNotEmpty(rows));
        return column;
    }

    private Node log() {
        Label title = new Label();
        title.getStyleClass().add("part-heading");
        title.textProperty().bind(Bindings.createStringBinding(
                () -> Words.of("startup.logOf", model.openLogProperty().get()), model.openLogProperty()));
        ListView<LogLine> lines = new ListView<>(model.log());
        lines.setId("startup-log");
        lines.getStyleClass().addAll("plain-list", "log-list", "framed");
        lines.setFixedCellSize(18);
        lines.setCellFactory(_ -> new LogCell(false));
        lines.setPlaceholder(new EmptyState(Words.of("startup.noLog"), ""));
        model.log().addListener((ListChangeListener<LogLine>) _ -> lines.scrollTo(Math.max(0, model.log().size() - 1)));
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox box = new VBox(title, lines);
        box.getStyleClass().add("stack");
        box.setPrefHeight(LOG_HEIGHT);
        box.setMinHeight(110);
        show(box, model.openLogProperty().isNotEmpty());
        return box;
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    @Override
    public String title() {
        return Words.of("startup.title");
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
