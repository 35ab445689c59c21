package dev.breakwater.app.view.saga;

import dev.breakwater.app.widget.StateStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One order's row: id, chips, note.
final class SagaCell extends ListCell<SagaRow> {
    /// Width of a row from which a note is more than an ellipsis.
    private static final double ROOM_FOR_NOTE = 500;

    private final Label id = new Label();
    private final HBox chips = new HBox();
    private final Label note = new Label();
    private final HBox line = new HBox(id, chips, note);

    SagaCell() {
        getStyleClass().add("saga-cell");
        id.getStyleClass().add("saga-id");
        chips.getStyleClass().add("chips");
        note.setMinWidth(0);
        note.setPrefWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_NOTE));
        line.getStyleClass().add("saga-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SagaRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        id.setText(row.shortId());
        showChips(row.chips());
        note.setText(row.note().text());
        StateStyle.set(note, "saga-note", row.note().tone().name().toLowerCase(Locale.ROOT));
        setGraphic(line);
        setAccessibleText(spoken(row));
    }

    private void showChips(List<Chip> wanted) {
        while (chips.getChildren().size() > wanted.size()) {
            chips.getChildren().removeLast();
        }
        while (chips.getChildren().size() < wanted.size()) {
            chips.getChildren().add(new ChipLabel());
        }
        for (int i = 0; i < wanted.size(); i++) {
            ((ChipLabel) chips.getChildren().get(i)).show(wanted.get(i));
        }
    }

    private static String spoken(SagaRow row) {
        List<String> words = new ArrayList<>(List.of(row.orderId()));
        row.chips().forEach(chip -> words.add(chip.word() + " " + chip.state().style()));
        words.add(row.note().text());
        return String.join(", ", words);
    }
}
