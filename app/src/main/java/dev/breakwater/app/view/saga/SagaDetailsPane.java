package dev.breakwater.app.view.saga;

import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.app.widget.Figures;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// One order in full: its steps with time and service, and what the chosen step changed in the saga's state.
final class SagaDetailsPane {
    private static final double ROW = 22;
    /// Room for time and words of a step; a wider list has its service too.
    private static final double NARROW = 196;
    private static final double WITH_SERVICE = 250;
    private static final ClockText CLOCK = ClockText.local();

    private final Label id = new Label();
    private final Label status = new Label();
    private final ListView<SagaDetails.Step> steps = new ListView<>();
    private final VBox fields = new VBox();
    private final VBox root;
    private String shownOrder = "";

    SagaDetailsPane(SagasViewModel model) {
        id.getStyleClass().add("saga-id");
        id.setMinWidth(Region.USE_PREF_SIZE);
        Button copy = new Button(Words.of("saga.copyId"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Words.of("saga.copyIdTip")));
        copy.setOnAction(_ -> copy(id.getText()));
        Button close = new Button("✕");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setTooltip(new Tooltip(Words.of("saga.close")));
        close.setOnAction(_ -> model.deselect());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(id, status, space, copy, close);
        head.getStyleClass().add("bar");
        steps.setId("saga-steps");
        steps.getStyleClass().add("plain-list");
        steps.setFixedCellSize(ROW);
        steps.setCellFactory(_ -> new StepCell());
        steps.getSelectionModel().selectedItemProperty().subscribe(this::showFields);
        fields.getStyleClass().add("state-fields");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        HBox body = new HBox(steps, scroll);
        body.getStyleClass().add("columns");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        steps.setMinWidth(NARROW);
        steps.prefWidthProperty().bind(body.widthProperty().multiply(0.52));
        scroll.setPrefWidth(100);
        scroll.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(head, body);
        root.getStyleClass().addAll("stack", "saga-details");
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.deselect();
            }
        });
    }

    Node node() {
        return root;
    }

    void show(SagaDetails details) {
        id.setText(details.saga().orderId());
        String word = details.saga().status().name().toLowerCase(Locale.ROOT);
        status.setText(word + " · " + Words.of("saga.began", CLOCK.seconds(details.saga().startedAt())));
        status.getStyleClass().setAll("label", "muted");
        boolean other = !shownOrder.equals(details.saga().orderId());
        boolean atEnd = steps.getSelectionModel().getSelectedIndex() == steps.getItems().size() - 1;
        int chosen = other || atEnd ? details.steps().size() - 1 : steps.getSelectionModel().getSelectedIndex();
        shownOrder = details.saga().orderId();
        steps.getItems().setAll(details.steps());
        steps.getSelectionModel().select(chosen);
    }

    private void showFields(SagaDetails.@Nullable Step step) {
        fields.getChildren().clear();
        if (step == null) {
            return;
        }
        Label where = new Label(CLOCK.millis(step.step().at()) + "  " + step.step().service());
        where.getStyleClass().add("state-where");
        fields.getChildren().add(where);
        if (!step.step().reason().isBlank()) {
            Label why = new Label(Words.of("saga.reason", SagaChips.words(step.step().reason())));
            why.getStyleClass().add("state-reason");
            why.setWrapText(true);
            fields.getChildren().add(why);
        }
        step.fields().forEach(field -> fields.getChildren().add(row(field)));
    }

    private static Node row(FieldChange field) {
        TextFlow flow = new TextFlow(text((field.changed() ? "● " : "   ") + field.field() + "  ", "field-name"));
        if (field.changed() && !field.before().isEmpty()) {
            flow.getChildren().addAll(text(field.before(), "field-before"), text("  →  ", "field-name"));
        }
        flow.getChildren().add(text(field.after().isEmpty() ? Words.of("saga.gone") : field.after(),
                field.changed() ? "field-changed" : "field-same"));
        flow.getStyleClass().add("state-field");
        return flow;
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add(style);
        return text;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class StepCell extends ListCell<SagaDetails.Step> {
        private final Label time = new Label();
        private final Label words = new Label();
        private final Label service = new Label();
        private final HBox line = new HBox(time, words, service);

        StepCell() {
            time.getStyleClass().add("step-time");
            words.setMinWidth(Region.USE_PREF_SIZE);
            words.getStyleClass().add("step-words");
            service.getStyleClass().addAll("muted", "step-service");
            service.setMinWidth(0);
            line.getStyleClass().add("step-line");
            setPrefWidth(0);
            service.managedProperty().bind(widthProperty().greaterThan(WITH_SERVICE));
            service.visibleProperty().bind(service.managedProperty());
        }

        @Override
        protected void updateItem(SagaDetails.@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            if (empty || step == null) {
                setGraphic(null);
                return;
            }
            time.setText("+" + Figures.time(step.after()));
            words.setText(step.words());
            service.setText(step.step().service());
            setTooltip(new Tooltip(CLOCK.millis(step.step().at()) + "  " + step.step().service() + "  " + step.step().step()));
            setGraphic(line);
        }
    }
}
