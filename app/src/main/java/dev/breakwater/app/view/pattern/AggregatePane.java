package dev.breakwater.app.view.pattern;

import dev.breakwater.app.view.PrettyJson;
import dev.breakwater.app.view.Words;
import dev.breakwater.app.widget.ClockText;
import dev.breakwater.engine.model.aggregate.AggregateHistory;
import dev.breakwater.engine.model.aggregate.AggregateHistory.Version;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One order through time: its versions, and for the chosen one what happened and what the order was then.
final class AggregatePane extends VBox {
    private static final int LINES = 9;
    private static final double GAP = 6;
    private static final ClockText CLOCK = ClockText.local();

    private final TextField order = new TextField();
    private final Label trouble = new Label();
    private final FlowPane versions = new FlowPane(GAP, GAP);
    private final ToggleGroup chosen = new ToggleGroup();
    private final TextArea event = text("aggregate-event", Words.of("aggregate.event"));
    private final TextArea state = text("aggregate-state", Words.of("aggregate.state"));
    private final HBox texts = new HBox(GAP, titled(event), titled(state));
    private final Consumer<String> travel;
    private AggregateHistory shown = AggregateHistory.NONE;
    private String asked = "";

    /// @param travel takes the id of an order; blank = the one that changed last
    AggregatePane(Consumer<String> travel) {
        this.travel = travel;
        setId("aggregate");
        getStyleClass().add("pattern-section");
        Label title = new Label(Words.of("aggregate.title"));
        title.getStyleClass().add("pattern-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        order.setId("aggregate-order");
        order.setPromptText(Words.of("aggregate.prompt"));
        order.setAccessibleText(Words.of("aggregate.prompt"));
        order.setOnAction(_ -> travel(order.getText()));
        HBox.setHgrow(order, Priority.ALWAYS);
        HBox head = new HBox(RowPane.GAP, title, order, button("aggregate-read", Words.of("aggregate.read"), () -> travel(order.getText())),
                button("aggregate-newest", Words.of("aggregate.newest"), () -> travel("")));
        head.getStyleClass().addAll("pattern-row", "aggregate-head");
        trouble.getStyleClass().add("letter-trouble");
        trouble.setWrapText(true);
        versions.getStyleClass().add("aggregate-versions");
        getChildren().addAll(head, trouble, versions, texts);
        for (Region part : new Region[] {this, trouble, versions, texts}) {
            part.managedProperty().bind(part.visibleProperty());
            part.setVisible(false);
        }
    }

    private void travel(String orderId) {
        asked = order.getText();
        travel.accept(orderId);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("letter-replay");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static TextArea text(String id, String words) {
        TextArea text = new TextArea();
        text.setId(id);
        text.setEditable(false);
        text.setPrefRowCount(LINES);
        text.setPrefColumnCount(1);
        text.getStyleClass().addAll("mono", "letter-body");
        text.setAccessibleText(words);
        return text;
    }

    private static VBox titled(TextArea text) {
        Label title = new Label(text.getAccessibleText());
        title.getStyleClass().add("aggregate-caption");
        VBox box = new VBox(title, text);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// @param here whether orders are event-sourced in what runs
    void show(boolean here, AggregateHistory history) {
        setVisible(here);
        if (history.equals(shown)) {
            return;
        }
        shown = history;
        if (order.getText().equals(asked)) { // else somebody is writing the next one
            order.setText(history.orderId());
            asked = history.orderId();
        }
        trouble.setText(history.trouble());
        trouble.setVisible(!history.trouble().isEmpty());
        chosen.getToggles().clear();
        versions.getChildren().setAll(history.versions().stream().map(this::chip).toList());
        boolean any = !history.versions().isEmpty();
        versions.setVisible(any);
        texts.setVisible(any);
        if (any) {
            chosen.getToggles().getLast().setSelected(true);
        }
    }

    private ToggleButton chip(Version version) {
        ToggleButton chip = new ToggleButton(Words.of("aggregate.version", version.number(), version.eventType(),
                CLOCK.millis(version.at())));
        chip.getStyleClass().setAll("aggregate-version");
        chip.setToggleGroup(chosen);
        chip.selectedProperty().subscribe(now -> {
            if (now) {
                event.setText(PrettyJson.of(version.event()));
                state.setText(PrettyJson.of(version.state()));
            }
        });
        return chip;
    }
}
